package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SquashingModulesTest {

    @TempDir
    private Path folder;

    private static String shadow(TwoModules modules) {
        return " --shadow-url postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/" + modules.database().name();
    }

    @Test
    void afterConsentTheFilesAreReplacedAndAMigratedDatabaseGoesOn() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            assertThat(modules.run("upgrade").status()).isZero();
            Answer asked = modules.run("squash alpha" + shadow(modules));
            assertThat(asked.status()).isEqualTo(6);
            assertThat(asked.err()).contains("error: confirmation-required", "migrations squash alpha --yes");
            assertThat(files(modules)).hasSize(4);

            Answer done = modules.run("squash alpha --yes" + shadow(modules));
            assertThat(done.status()).as(done.err()).isZero();
            assertThat(done.out()).contains("Squashed 2 migrations into 1 baseline");
            assertThat(files(modules)).containsExactly("B2__baseline.sql");
            assertThat(modules.run("upgrade").status()).isZero();
            assertThat(modules.run("status").status()).isZero();
        }
    }

    @Test
    void jsonSaysWhatWasDone() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            Answer answer = modules.run("squash --all --yes --output json --last-release 1.4" + shadow(modules));
            JsonNode squashed = answer.json().path("squashed");
            assertThat(squashed).as(answer.err()).hasSize(2);
            assertThat(squashed.get(0).path("written").get(0).asString()).isEqualTo("B2__baseline.sql");
            assertThat(squashed.get(0).path("replaces")).hasSize(2);
            assertThat(Files.readString(modules.modules().resolve("alpha/B2__baseline.sql")))
                    .contains("-- last-release: 1.4");
        }
    }

    @Test
    void aTargetBringsTheBaselineThatStandsForWhatItsHeaderNames() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            assertThat(modules.run("squash alpha --yes" + shadow(modules)).status())
                    .isZero();
            Answer answer = modules.run("upgrade beta");
            assertThat(answer.status()).as(answer.err()).isZero();
            assertThat(modules.run("status").status()).isZero();
        }
    }

    @Test
    void aRefusalNamesWhatIsInTheWay() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/V3__third.sql", "CREATE TABLE public.elsewhere (a int);\n");
            Answer answer = modules.run("squash alpha --yes" + shadow(modules));
            assertThat(answer.status()).isEqualTo(6);
            assertThat(answer.err()).contains("error: squash-refused", "table public.elsewhere is missing");
            assertThat(modules.run("squash alpha --all").status()).isEqualTo(2);
        }
    }

    private static List<String> files(TwoModules modules) throws IOException {
        try (Stream<Path> files = Files.list(modules.modules().resolve("alpha"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
