package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The edit is shown before it is accepted, where a real git remembers what was applied. */
final class RepairingAnEditedFileTest {

    private static final String DIFFERENCE = """
            --- V1__first.sql as it was applied (commit HASH)
            +++ V1__first.sql now
            @@ -1 +1,2 @@
            +-- the first table
             CREATE TABLE one (id integer CONSTRAINT pk_one_id PRIMARY KEY);
            """;

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(modules.modules().toFile())
                .redirectErrorStream(true)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(new String(said, StandardCharsets.UTF_8))
                .isZero();
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--message=x");
    }

    private void edit(String text) throws IOException {
        modules.write("alpha/V1__first.sql", text);
    }

    private static String withoutHash(String text) {
        return text.replaceAll("commit [0-9a-f]{12}", "commit HASH");
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void applyThenEdit() throws IOException, InterruptedException {
        assumeTrue(hasGit());
        git("init", "--quiet");
        commit();
        assertThat(modules.run("upgrade").status()).isZero();
        edit("-- the first table\nCREATE TABLE one (id integer CONSTRAINT pk_one_id PRIMARY KEY);\n");
    }

    @Test
    void showsWhatChangedBeforeItIsAgreedTo() throws IOException, InterruptedException {
        applyThenEdit();
        Answer asked = modules.run("repair");
        assertThat(asked.status()).isEqualTo(6);
        assertThat(withoutHash(asked.err())).contains(DIFFERENCE.indent(4));
        assertThat(modules.run("status").status()).as("nothing was changed").isEqualTo(3);

        JsonNode repaired = modules.run("repair --yes --output json").json();
        assertThat(withoutHash(repaired.at("/repaired/0/diff").asString())).isEqualTo(DIFFERENCE);
        assertThat(modules.run("status").status()).isZero();
    }

    @Test
    void looksAsFarBackAsTheFileThatWasApplied() throws IOException, InterruptedException {
        applyThenEdit();
        for (int i = 0; i < 5; i++) {
            edit("-- edit " + i + "\nCREATE TABLE one (id integer CONSTRAINT pk_one_id PRIMARY KEY);\n");
            commit();
        }
        git("rm", "--quiet", "alpha/V1__first.sql");
        commit();
        edit("-- the first table\nCREATE TABLE one (id integer CONSTRAINT pk_one_id PRIMARY KEY);\n");
        assertThat(withoutHash(modules.run("repair").err())).contains(DIFFERENCE.indent(4));
    }

    @Test
    void doesWithoutWhereTheOldFileIsNotRemembered() throws IOException, InterruptedException {
        modules.run("upgrade");
        edit("SELECT 'elsewhere';\n");
        assertThat(modules.run("repair").err())
                .contains("its file was edited: checksum")
                .doesNotContain("@@");
        assumeTrue(hasGit());
        git("init", "--quiet");
        commit();
        Answer repaired = modules.run("repair --yes --output json");
        assertThat(repaired.json().at("/repaired/0").has("diff")).isFalse();
        assertThat(repaired.err()).doesNotContain("@@", "fatal");
        assertThat(Files.exists(folder.resolve("modules/.git"))).isTrue();
    }

    @Test
    void isInTheJournal() throws IOException {
        modules.run("upgrade");
        edit("SELECT 'elsewhere';\n");
        assertThat(modules.run("repair").status()).isEqualTo(6);
        assertThat(modules.run("repair --yes").status()).isZero();
        assertThat(modules.run("repair --yes").out()).startsWith("Nothing to repair");
        JsonNode runs = modules.run("history --journal --output json").json().path("runs");
        assertThat(runs).hasSize(2);
        assertThat(runs.get(1).path("command").asString()).startsWith("repair --yes ");
        assertThat(runs.get(1).path("direction").asString()).isEqualTo("repair");
        assertThat(runs.get(1).path("outcome").asString()).isEqualTo("done");
        assertThat(runs.get(1).path("planHash").isNull()).isTrue();
        assertThat(modules.run("history --journal --verbose").out())
                .containsPattern("repair alpha@1 done in .*: its file was edited: checksum \\S+ becomes ");
    }
}
