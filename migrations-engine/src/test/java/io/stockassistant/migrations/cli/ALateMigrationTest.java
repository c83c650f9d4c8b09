package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that came late get newer versions, and everything that names them follows. */
class ALateMigrationTest {

    @TempDir
    private Path folder;

    private TwoModules modules;
    private SourceModules source;

    @BeforeEach
    void upgraded() throws IOException {
        modules = new TwoModules(folder);
        source = new SourceModules(modules.modules());
        assertThat(modules.run("upgrade").status()).isZero();
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void isRenamedWithAllThatBelongsToItAndAllThatNamesIt() {
        source.write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n")
                .write("alpha/U1.5__late.sql", "DROP TABLE late;\n")
                .write("alpha/V1.5__late.sql.conf", "executeInTransaction=true\n")
                .write("alpha/V1.7__later.sql", "-- depends-on: alpha@1.5\nCREATE TABLE later (id integer);\n")
                .write("beta/V2__names.sql", "-- depends-on: alpha@1.7\n-- depends-on: alpha@2\nSELECT 1;\n")
                .write("beta/HEAD", "2\n")
                .write("alpha/HEAD", "2\n");

        Answer answer = modules.run("rebase alpha --yes");

        String root = modules.modules().toString();
        assertThat(answer.out()).isEqualTo("""
                renamed  U1.5__late.sql -> U3__late.sql
                renamed  V1.5__late.sql -> V3__late.sql
                renamed  V1.5__late.sql.conf -> V3__late.sql.conf
                renamed  V1.7__later.sql -> V4__later.sql
                updated  ROOT/alpha/V4__later.sql
                updated  ROOT/beta/V2__names.sql
                updated  ROOT/alpha/HEAD
                """.replace("ROOT", root));
        assertThat(source.read("alpha/V4__later.sql")).startsWith("-- depends-on: alpha@3\n");
        assertThat(source.read("beta/V2__names.sql")).startsWith("-- depends-on: alpha@4\n-- depends-on: alpha@2\n");
        assertThat(source.read("alpha/HEAD")).startsWith("4\n# V4__later.sql\n");
        assertThat(source.read("beta/HEAD")).isEqualTo("2\n");
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("validate").out()).isEqualTo("Files and histories are valid.\n");
        assertThat(modules.run("rebase alpha").out())
                .isEqualTo("Nothing to rebase: no pending migration has to move (applied: as in " + place() + ").\n");
    }

    private String place() {
        TestDatabase database = modules.database();
        return "postgres://" + database.user() + "@" + database.host() + ":" + database.port() + "/" + database.name();
    }

    private static final String BACKFILL = """
            -- table: one
            -- key: id
            UPDATE one SET id = id WHERE id BETWEEN :from AND :to;
            """;

    @Test
    void takesTheBackfillsAlongThatAreBehindIt() {
        source.write("alpha/D1.2__before.sql", BACKFILL)
                .write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n")
                .write("alpha/D1.6__fill.sql", "-- depends-on: alpha@1.5\n" + BACKFILL)
                .write("alpha/D1.6__fill.sql.conf", "encoding=UTF-8\n")
                .write("alpha/V1.7__later.sql", "-- depends-on: alpha@1.6\nSELECT 1;\n")
                .write("alpha/D2.5__last.sql", BACKFILL)
                .write("beta/V2__names.sql", "-- depends-on: alpha@1.6\nSELECT 1;\n");

        assertThat(modules.run("rebase alpha --yes").out()).startsWith("""
                renamed  D1.6__fill.sql -> D2.7__fill.sql
                renamed  D1.6__fill.sql.conf -> D2.7__fill.sql.conf
                renamed  D2.5__last.sql -> D2.9__last.sql
                renamed  V1.5__late.sql -> V2.6__late.sql
                renamed  V1.7__later.sql -> V2.8__later.sql
                """);
        assertThat(source.read("alpha/D2.7__fill.sql")).startsWith("-- depends-on: alpha@2.6\n");
        assertThat(source.read("alpha/V2.8__later.sql")).startsWith("-- depends-on: alpha@2.7\n");
        assertThat(source.read("beta/V2__names.sql")).startsWith("-- depends-on: alpha@2.7\n");
        assertThat(source.read("alpha/D1.2__before.sql")).isEqualTo(BACKFILL);
        assertThat(modules.run("validate --offline").out()).isEqualTo("The files are valid.\n");
    }

    @Test
    void goesBehindABackfillThatItNamesAndLeavesOneWhereItIsThatHasBegun() {
        source.write("alpha/D1.6__fill.sql", BACKFILL).write("alpha/D2.5__done.sql", BACKFILL);
        assertThat(modules.run("backfill run alpha@2.5").status()).isZero();
        source.write("alpha/V1.5__late.sql", "-- depends-on: alpha@1.6\nSELECT 1;\n");

        assertThat(modules.run("rebase alpha --yes").out()).startsWith("renamed  V1.5__late.sql -> V2.6__late.sql\n");
        assertThat(source.read("alpha/V2.6__late.sql")).startsWith("-- depends-on: alpha@1.6\n");
    }

    @Test
    void isRenamedForNobodyWhoWasNotAsked() {
        source.write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n")
                .write("alpha/HEAD", "1\n");
        Map<String, String> before = source.files();

        Answer answer = modules.run("rebase alpha");

        assertThat(answer.err()).isEqualTo("""
                Not applied in PLACE, and git knows of no branch that others have. Where theirs are applied elsewhere, \
                name that database with --url.
                  V1.5__late.sql -> V3__late.sql
                error: confirmation-required: Nothing was renamed: 1 file would be.
                  help: migrations rebase alpha --yes
                """.replace("PLACE", place()));
        assertThat(answer.status()).isEqualTo(6);
        assertThat(source.files()).isEqualTo(before);
    }

    @Test
    void isRenamedInTheFolderBelowInWhichItLies() {
        source.write("alpha/2026/V1.5__late.sql", "CREATE TABLE late (id integer);\n")
                .write("alpha/undo/U1.5__late.sql", "DROP TABLE late;\n")
                .write("alpha/HEAD", "2\n");

        assertThat(modules.run("rebase alpha --yes").out()).startsWith("""
                        renamed  2026/V1.5__late.sql -> 2026/V3__late.sql
                        renamed  undo/U1.5__late.sql -> undo/U3__late.sql
                        """);

        assertThat(source.files()).containsKeys("alpha/2026/V3__late.sql", "alpha/undo/U3__late.sql");
        assertThat(source.read("alpha/HEAD")).startsWith("3\n# V3__late.sql\n");
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("downgrade -1").status()).isZero();
    }

    @Test
    void isNamedInFilesOfAnyEncoding() throws IOException {
        source.write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n");
        Path latin = modules.modules().resolve("beta/V2__latin.sql");
        Path marked = modules.modules().resolve("beta/V3__marked.sql");
        Files.writeString(latin, "-- depends-on: alpha@1.5\nSELECT 'é';\n", StandardCharsets.ISO_8859_1);
        Files.writeString(marked, "\uFEFF-- depends-on: alpha@1.5\r\nSELECT 'é';\n");

        assertThat(modules.run("rebase alpha --yes").status()).isZero();

        assertThat(Files.readString(latin, StandardCharsets.ISO_8859_1))
                .isEqualTo("-- depends-on: alpha@3\nSELECT 'é';\n");
        assertThat(Files.readString(marked)).isEqualTo("\uFEFF-- depends-on: alpha@3\r\nSELECT 'é';\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "<<<<<<< a\n2\n=======\n1\n>>>>>>> b\n", "", "x"})
    void isNotNeededToMakeTheHeadFileRight(String head) {
        source.write("alpha/HEAD", head);

        assertThat(modules.run("rebase alpha").out())
                .isEqualTo("Nothing to rename: no pending migration has to move (applied: as in " + place()
                        + ").\nupdated  " + modules.modules().resolve("alpha/HEAD") + "\n");

        assertThat(source.read("alpha/HEAD")).startsWith("2\n# V2__second.sql\n");
    }

    @Test
    void isOneThatNamesWhatIsYoungerToo() {
        source.write("data/V20990101000000__a.sql", "SELECT 1;")
                .write("llm/module.properties", "depends-on=data\n")
                .write("llm/V20260101000000__b.sql", "-- depends-on: data@20990101000000\nSELECT 1;")
                .write("top/module.properties", "depends-on=llm\n")
                .write("top/V20260102000000__c.sql", "-- depends-on: llm@20260101000000\nSELECT 1;");
        assertThat(modules.run("validate").err()).contains("younger-dependency", "migrations rebase llm");

        Answer answer = modules.run("rebase llm --yes");

        assertThat(answer.out()).contains("renamed  V20260101000000__b.sql -> V20990101000001__b.sql\n");
        assertThat(answer.err())
                .endsWith("warning: top@20260102000000 depends on llm@20990101000001, which is younger than itself."
                        + " Give top@20260102000000 a newer timestamp: migrations rebase top\n");
        assertThat(modules.run("rebase top --yes").out()).contains("-> V20990101000002__c.sql\n");
        assertThat(modules.run("validate").out()).isEqualTo("Files and histories are valid.\n");
    }

    /** Something in the way, and what the answer says. */
    private interface Obstacle {
        void in(SourceModules source) throws IOException;
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                obstacle(
                        "unparsable",
                        "V3__late.sql cannot be read: it is a folder",
                        s -> s.write("alpha/V3__late.sql/x", "")),
                obstacle(
                        "missing-upgrade",
                        "U3__late.sql undoes a migration that is not",
                        s -> s.write("alpha/U3__late.sql/x", "")),
                obstacle("invalid-module", "cannot be written", s -> s.write("alpha/.HEAD.new/x", "")),
                obstacle("invalid-module", "cannot be written", s -> s.write("beta/.V2__names.sql.new/x", "")),
                obstacle(
                        "duplicate-version",
                        "V3__other.sql",
                        s -> s.write("alpha/V3__a.sql", "").write("alpha/V3__other.sql", "")),
                obstacle(
                        "inconsistent-history",
                        "beta@1 is applied and names in its header what is not",
                        s -> s.write("beta/V1__only.sql", "-- depends-on: alpha@1.5\nSELECT 1;")));
    }

    private static Arguments obstacle(String code, String message, Obstacle obstacle) {
        return Arguments.of(code, message, obstacle);
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void staysAsItIsWhereSomethingIsInTheWay(String code, String message, Obstacle obstacle) throws IOException {
        source.write("alpha/V1.5__late.sql", "CREATE TABLE late (id integer);\n")
                .write("alpha/U1.5__late.sql", "DROP TABLE late;\n")
                .write("alpha/HEAD", "2\n")
                .write("beta/V2__names.sql", "-- depends-on: alpha@1.5\nSELECT 1;\n");
        obstacle.in(source);
        Map<String, String> before = source.files();

        Answer answer = modules.run("rebase alpha --yes");

        assertThat(answer.err()).contains("error: " + code + ": ", message, "  help: ");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(source.files()).isEqualTo(before);
    }
}
