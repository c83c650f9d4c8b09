package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code lint}: what it looks at, what it says, and how it ends. */
class LintingTest {

    private static final String INDEX = "CREATE INDEX orders_state ON shop.orders (state);\n";

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() {
        modules = ModelledModules.in(folder);
        modules.files()
                .write("shop/V20260103000000__index.sql", INDEX)
                .write("shop/U20260103000000__index.sql", "DROP INDEX shop.orders_state;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void showsTheStatementAndWhatToWriteInstead() {
        Answer answer = modules.shadowed("lint", "--all");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out())
                .contains("error [index-not-concurrent] orders_state is built while nobody can write to shop.orders.")
                .contains("shop/V20260103000000__index.sql:1:1")
                .contains(" 1 | CREATE INDEX orders_state ON shop.orders (state)\n   | ^^^^^^^^^^^^")
                .contains("CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_state ON shop.orders USING btree (state);");
    }

    @Test
    void looksAtWhatIsPending() {
        assertThat(modules.run("upgrade", "shop@20260102000000").status()).isZero();

        Answer answer = modules.run(
                "lint",
                "--output",
                "json",
                "--shadow-url",
                "postgres://" + modules.database().host() + ":"
                        + modules.database().port() + "/postgres");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.json().path("findings"))
                .allSatisfy(
                        each -> assertThat(each.path("migration").asString()).isEqualTo("shop@20260103000000"));
        assertThat(answer.json().at("/findings/0/effects/locks/0/mode").asString())
                .isEqualTo("SHARE");
    }

    @Test
    void looksAtTheModulesThatAreNamed() {
        assertThat(modules.shadowed("lint", "billing", "--all").out()).startsWith("Linted 1 migration: nothing found");
        assertThat(modules.shadowed("lint", "biling", "--all").err())
                .contains("biling")
                .contains("billing");
    }

    @Test
    void looksAtWhatABranchAdds() throws IOException, InterruptedException {
        GitRepository.of(folder);
        modules.files().write("shop/V20260104000000__note.sql", "CREATE INDEX orders_note ON shop.orders (note);\n");

        Answer answer = modules.shadowed("lint", "--changed-since", "HEAD");

        assertThat(answer.out()).contains("orders_note is built").doesNotContain("orders_state is built");
        assertThat(modules.shadowed("lint", "--changed-since", "HEAD~9").status())
                .isEqualTo(2);
        assertThat(modules.shadowed("lint", "--changed-since", "nowhere").err())
                .contains("--changed-since is 'nowhere', and git finds nothing in common with it here");
    }

    @Test
    void needsGitForWhatABranchAdds() {
        assertThat(modules.shadowed("lint", "--changed-since", "HEAD").err())
                .contains("--changed-since asks git, and ")
                .contains(" is in none of its work trees")
                .contains("migrations lint --all");
    }

    @Test
    void knowsTheFindingsOfABaseline() {
        String file = folder.resolve("known.txt").toString();

        assertThat(modules.shadowed("lint", "--all", "--baseline", file).err()).contains("There is no file " + file);
        Answer first = modules.shadowed("lint", "--all", "--baseline", file, "--update-baseline");
        assertThat(first.status()).isZero();
        assertThat(first.err()).contains(file + " is new and knows ");
        modules.files().write("shop/V20260104000000__note.sql", "CREATE INDEX orders_note ON shop.orders (note);\n");
        Answer answer = modules.shadowed("lint", "--all", "--baseline", file);

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("orders_note is built").doesNotContain("orders_state is built");
        modules.files().write("shop/V20260103000000__index.sql", "SELECT 1;\n");
        modules.files().write("shop/U20260103000000__index.sql", "SELECT 1;\n");
        assertThat(modules.shadowed("lint", "--all", "--baseline", file, "--update-baseline")
                        .err())
                .contains("known.txt knows 2 findings now: 2 added, 4 gone.");
    }

    @Test
    void doesWhatTheProjectSays() {
        modules.files().write("lint.toml", "[lint.modules.shop]\nindex-not-concurrent = \"warning\"\n");
        String file = folder.resolve("lint.toml").toString();

        assertThat(modules.shadowed("lint", "--all", "--config", file).status()).isZero();
        assertThat(modules.shadowed("lint", "--all", "--config", file, "--fail-on", "warning")
                        .status())
                .isEqualTo(3);
    }

    @Test
    void readsFilesOfNoModule() {
        modules.files()
                .write("base.sql", "CREATE TABLE a (id int, b text);\n")
                .write("one.sql", "ALTER TABLE a ADD c int;\n")
                .write("two.sql", "SELECT 1;\n  CREATE INDEX a_b ON a (b);\n");
        String file = folder.resolve("two.sql").toString();

        Answer answer = modules.shadowed(
                "lint",
                folder.resolve("one.sql").toString(),
                file,
                "--schema",
                folder.resolve("base.sql").toString());

        assertThat(answer.out())
                .contains("index-not-concurrent")
                .contains(file + ":2:3")
                .contains("Linted 2 migrations");
        assertThat(answer.out()).doesNotContain("no-way-back");
        assertThat(modules.shadowed("lint", folder.resolve("nix.sql").toString())
                        .err())
                .contains("There is no file ");
        assertThat(modules.shadowed("lint", file).err())
                .contains("These files were run on an empty database. --schema FILE says what is there before.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V20260103000000__index.sql", "U20260103000000__index.sql"})
    void looksAtAFileOfAModuleInItsPlace(String file) {
        Answer answer =
                modules.shadowed("lint", folder.resolve("shop").resolve(file).toString());

        assertThat(answer.out())
                .contains("orders_state is built")
                .contains("shop/V20260103000000__index.sql:1:1")
                .contains("Linted 1 migration");
    }

    @Test
    void takesTheLevelsOfModulesAlongForOtherFiles() {
        modules.files()
                .write("lint.toml", "[lint.modules.shop]\nrename = \"off\"\n")
                .write("one.sql", "SELECT 1;\n");

        assertThat(modules.shadowed(
                                "lint",
                                folder.resolve("one.sql").toString(),
                                "--config",
                                folder.resolve("lint.toml").toString())
                        .status())
                .isZero();
    }

    @Test
    void saysThatNothingIsPending() {
        assertThat(modules.run("upgrade", "heads").status()).isZero();

        Answer answer = modules.run(
                "lint",
                "--shadow-url",
                "postgres://" + modules.database().host() + ":"
                        + modules.database().port() + "/postgres");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).contains("Nothing is pending. --all lints every migration.");
    }

    @Test
    void showsWhatStatementsDo() {
        assertThat(modules.shadowed("lint", "shop", "--all", "--effects").out())
                .contains("shop@20260103000000\n")
                .contains("locks shop.orders (SHARE); reads all of shop.orders; builds shop.orders_state")
                .contains("shop@20260103000000, the way back\n")
                .contains("drops index shop.orders_state");
    }

    @Test
    void saysHowMuchItIsInADatabaseInUse() throws SQLException {
        assertThat(modules.run("upgrade", "shop@20260102000000").status()).isZero();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop.orders SELECT g, g FROM generate_series(1, 3000) g");
            statement.execute("ANALYZE shop.orders");
        }
        modules.files().write("lint.toml", "[lint]\nsmall-table = 5000\n");
        String shadow = "postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/postgres";

        Answer answer = modules.run("lint", "--live", "--shadow-url", shadow);
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).containsPattern("In the database it is about \\d+ kB with 3,000 rows\\.");

        Answer excused = modules.run(
                "lint",
                "--live",
                "--shadow-url",
                shadow,
                "--config",
                folder.resolve("lint.toml").toString(),
                "--verbose");
        assertThat(excused.status()).isZero();
        assertThat(excused.out()).contains("info [index-not-concurrent]").contains("small enough");
    }

    @Test
    void asksTheRowsOfADatabaseInUse() throws SQLException {
        assertThat(modules.run("upgrade", "shop@20260103000000").status()).isZero();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop.orders SELECT g, g FROM generate_series(1, 3000) g");
            statement.execute("ANALYZE shop.orders");
        }
        modules.files()
                .write("lint.toml", "[lint]\nsmall-table = 5000\n")
                .write(
                        "shop/V20260104000000__fit.sql",
                        "ALTER TABLE orders ALTER state SET NOT NULL, DROP COLUMN note;\n");
        String shadow = "postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/postgres";

        Answer answer = modules.run(
                "lint",
                "--live",
                "--shadow-url",
                shadow,
                "--config",
                folder.resolve("lint.toml").toString());

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out())
                .containsPattern("error \\[may-not-fit-data] A row of shop.orders may break state NOT NULL\\. In the"
                        + " database there are 3,000 rows with NULL in state \\(.* UTC\\): it fails there\\.")
                .contains("error [drop-column]")
                .doesNotContain("set-not-null-scan");
    }

    @Test
    void needsARoleThatMayWatch() throws SQLException {
        String role = "low_" + modules.database().name();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role + " LOGIN CREATEDB");
            try {
                Answer answer = modules.files()
                        .run(
                                "lint",
                                "--all",
                                "--shadow-url",
                                "postgres://" + role + "@" + modules.database().host() + ":"
                                        + modules.database().port() + "/postgres");
                assertThat(answer.status()).isEqualTo(4);
                assertThat(answer.err()).contains("User " + role + " may not create event triggers");
            } finally {
                statement.execute("DROP ROLE " + role);
            }
        }
    }

    @Test
    void showsNoSecretsToOtherPrograms() {
        modules.files()
                .write("shop/V20260104000000__role.sql", "ALTER ROLE nobody_here PASSWORD 'open sesame' NONSENSE;\n");

        for (String output : List.of("text", "json", "sarif", "github", "gitlab", "junit", "markdown")) {
            Answer answer = modules.shadowed("lint", "shop", "--all", "--output", output);
            assertThat(answer.out()).as(output).contains("cannot-run").doesNotContain("sesame");
        }
    }

    @Test
    void saysWhatItCouldNotRun() {
        modules.files()
                .write("shop/V20260104000000__extension.sql", "CREATE EXTENSION no_such_extension;\n")
                .write("shop/V20260105000000__more.sql", "SELECT 1;\n");

        Answer answer = modules.shadowed("lint", "--all");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out())
                .contains("error [cannot-run] shop@20260104000000: extension \"no_such_extension\" is not available")
                .contains("--shadow-url")
                .contains("error [not-reached] shop@20260105000000 was not looked at");
    }

    @Test
    void explainsItsRules() {
        assertThat(modules.files()
                        .run("lint", "--explain", "index-not-concurrent")
                        .out())
                .contains("index-not-concurrent (error)")
                .contains("Safer: ");
        assertThat(modules.files().run("lint", "--explain").out()).contains("cannot-run");
        assertThat(modules.files().run("lint", "--explain", "nix").err()).contains("There is no rule 'nix'");
    }

    @ParameterizedTest(name = "lint {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --all --changed-since HEAD | --all and --changed-since exclude each other.
                    --update-baseline          | --update-baseline needs the file that it is to write.
                    --update-baseline --baseline b.txt       | --update-baseline forgets what is not found, and not all migrations are linted.
                    shop --all --update-baseline --baseline b.txt | not all migrations are linted.
                    --all --update-baseline --baseline no/b.txt | /no for b.txt.
                    --schema base.sql          | --schema is what is there before files, and no file is named.
                    a.sql --all                | --all is for modules, and a.sql is a file.
                    a.sql --changed-since HEAD | --changed-since is for modules, and a.sql is a file.
                    a.sql --live               | --live is for modules, and a.sql is a file.
                    a.sql --schema b.sql --all | --all is for modules, and a.sql is a file.
                    shop a.sql                 | Files and modules are linted one at a time: shop, a.sql.
                    --explain --output sarif   | --explain answers as text or json.
                    --explain nix              | There is no rule 'nix'.
                    --explain drop-colum       | Similar: drop-column
                    --explain rename shop      | --explain explains one rule, and no other word belongs to it.
                    --all --fail-on info       | --fail-on is 'info'.
                    --all --config none.toml   | none.toml: it cannot be read
                    """)
    void refuses(String options, String message) {
        Answer answer = modules.shadowed(("lint " + options).split(" "));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains(message);
    }
}
