package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module with several backfills, and what its name means to the commands about them. */
class SeveralBackfillsTest {

    private static final String FIRST = "shop@20260103000000";
    private static final String SECOND = "shop@20260105000000";
    private static final String THIRD = "shop@20260106000000";

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() throws SQLException {
        modules = ModelledModules.in(folder);
        assertThat(modules.run("upgrade").status()).isZero();
        modules.files()
                .write("shop/D20260103000000__states.sql", backfill("", "state IS NULL", "state = note::int::text"))
                .write("shop/D20260105000000__notes.sql", backfill("", "note <> 'x'", "note = 'x'"))
                .write(
                        "shop/D20260106000000__amounts.sql",
                        backfill("-- depends-on: " + SECOND + "\n", "amount = 1", "amount = 2"));
        execute("INSERT INTO shop.orders SELECT i, 1, NULL, '1' FROM generate_series(1, 9) i");
    }

    private static String backfill(String header, String todo, String change) {
        return header + "-- table: orders\n-- key: id\n-- todo: " + todo + "\nUPDATE orders SET " + change
                + " WHERE id BETWEEN :from AND :to AND :todo;\n";
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void runsWhatIsNotCompleteInOrder() {
        assertThat(modules.run("backfill", "run", FIRST).status()).isZero();
        Answer run = modules.run("backfill", "run", "shop");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .doesNotContain(FIRST)
                .containsSubsequence(SECOND + " is complete: 9 rows", THIRD + " is complete: 9 rows");
        assertThat(modules.run("backfill", "run", "shop").out())
                .isEqualTo(modules.run("backfill", "run").out())
                .isEqualTo("Nothing to do: no backfill is left that is not complete.\n");
        assertThat(modules.run("backfill", "retry", "shop").out()).startsWith("Nothing to do");
    }

    @Test
    void namesMeanEachOnce() {
        Answer run = modules.run("backfill", "run", SECOND, "shop@20260105", FIRST);
        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith(FIRST);
    }

    @Test
    void oneThatDependsOnAnotherWaitsForIt() throws SQLException {
        Answer alone = modules.run("backfill", "run", THIRD);
        assertThat(alone.status()).isEqualTo(6);
        assertThat(alone.err())
                .contains("error: backfill-pending: The backfill " + THIRD + " depends on the backfill " + SECOND
                        + ", which is not complete.")
                .contains("help: migrations backfill run " + SECOND + " " + THIRD);
        execute("ALTER TABLE shop.orders ADD CONSTRAINT no_x CHECK (note <> 'x')");
        Answer failed = modules.run("backfill", "run", "shop");
        assertThat(failed.status()).isEqualTo(5);
        assertThat(failed.out()).contains(THIRD + " was not begun: a backfill is not complete that it depends on");
        assertThat(modules.run("backfill", "list").out()).containsPattern(THIRD + " +amounts +pending");
        assertThat(modules.run("backfill", "run", "shop", "--output", "json")
                        .json()
                        .at("/notBegun/0")
                        .asString())
                .isEqualTo(THIRD);
    }

    @Test
    void anUpgradeThatRunsThemKeepsThatOrder() throws SQLException {
        execute("ALTER TABLE shop.orders ADD CONSTRAINT no_x CHECK (note <> 'x')");
        assertThat(modules.run("upgrade", "--with-backfills").out()).contains(SECOND, THIRD);
        assertThat(modules.run("backfill", "list").out()).containsPattern(THIRD + " +amounts +pending");
    }

    @Test
    void anUpgradeThatRunsThemBeginsWithThoseOfOtherModules() throws SQLException {
        execute("INSERT INTO billing.invoices VALUES (1, NULL)");
        modules.files()
                .write("billing/D20260108000000__totals.sql", """
                        -- table: invoices
                        -- key: id
                        -- todo: total IS NULL
                        UPDATE invoices SET total = 0 WHERE id BETWEEN :from AND :to AND :todo;
                        """)
                .write(
                        "shop/D20260109000000__last.sql",
                        backfill("-- depends-on: billing@20260108000000\n", "amount < 3", "amount = 3"))
                .write("shop/V20260110000000__end.sql", "-- depends-on: shop@20260109000000\nSELECT 1;\n");
        assertThat(modules.run("upgrade", "shop", "--with-backfills").err()).isEmpty();
        assertThat(modules.run("backfill", "list").out()).containsPattern("billing@20260108000000 +totals +complete");
    }

    @ParameterizedTest
    @CsvSource({"upgrade --with-backfills", "upgrade"})
    void whatDependsOnOneThatHasFailedSaysHowToGoOn(String command) throws SQLException {
        execute("UPDATE shop.orders SET note = 'none' WHERE id = 3");
        modules.files().write("shop/V20260104000000__end.sql", "-- depends-on: " + FIRST + "\nSELECT 1;\n");
        assertThat(modules.run("backfill", "run", FIRST).status()).isEqualTo(5);
        Answer answer = modules.run(command.split(" "));
        assertThat(answer.err())
                .contains("error: backfill-pending: shop@20260104000000 depends on the backfill " + FIRST
                        + ", which has failed.")
                .contains("help: migrations backfill show " + FIRST + "; when the cause is mended: migrations backfill"
                        + " retry " + FIRST + ", migrations backfill run " + FIRST + ", and repeat the command");
        assertThat(answer.status()).isEqualTo(6);
    }

    @Test
    void changesAreMadeToThoseThatHaveBegun() throws SQLException {
        execute("UPDATE shop.orders SET note = 'none' WHERE id = 3");
        assertThat(modules.run("backfill", "retry", "shop").err())
                .contains("error: backfill-pending: " + FIRST + " has not begun in this database.");
        assertThat(modules.run("backfill", "run", FIRST).status()).isEqualTo(5);
        assertThat(modules.run("backfill", "retry", "shop").out())
                .isEqualTo("1 failure will be tried again by: migrations backfill run " + FIRST + "\n");
        assertThat(modules.run("backfill", "pause", "shop", "--output", "json")
                        .json()
                        .at("/backfills/0/said")
                        .asString())
                .isEqualTo("Paused.");
        assertThat(modules.run("backfill", "resume", FIRST, SECOND).out()).startsWith("It may go on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    backfill show shop                               | 2 | 'shop' means 3 backfills: shop@20260103000000, shop@20260105000000, shop@20260106000000.
                    backfill run shop@2026                           | 2 | 'shop@2026' means 3 backfills
                    backfill run billing                             | 2 | The module billing has no backfill.
                    backfill run shop@20260102000000                 | 2 | shop@20260102000000 is a migration, and no backfill.
                    backfill run --restart                           | 2 | --restart forgets how far a backfill is: name the one that is meant.
                    backfill run shop --restart                      | 2 | 'shop' means 3 backfills
                    backfill run shop --parallel 0                   | 2 | '0' is not a number from 1 to 64
                    backfill run shop --parallel -1                  | 2 | '-1' is not a number from 1 to 64
                    backfill run shop --parallel 65                  | 2 | '65' is not a number from 1 to 64
                    backfill run shop --parallel 1.5                 | 2 | '1.5' is not a number from 1 to 64
                    backfill resume shop --parallel 0                | 2 | '0' is not a number from 1 to 64
                    backfill run shop --max-rate -1                  | 2 | '-1' is not a count
                    backfill run shop --batch-time 0                 | 2 | --batch-time 0 leaves a batch no time.
                    backfill run shop --batch-time 10m               | 2 | A batch is to take 10 min 0 s (--batch-time), and is given up after 30.0 s (--statement-timeout).
                    backfill resolve shop@20260105 --all --reason=   | 2 | --reason has no word in it
                    """)
    void whatMakesNoSenseIsRefused(String words, int status, String says) {
        Answer answer = modules.run(words.split(" "));
        assertThat(answer.err()).contains(says);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void whoMayNotSeeTheBooksIsToldWhatIsMissing() throws SQLException {
        assertThat(modules.run("backfill", "run", FIRST).status()).isZero();
        String role = modules.database().name() + "_reader";
        execute("CREATE ROLE " + role + " LOGIN; GRANT USAGE ON SCHEMA billing, shop TO " + role
                + "; GRANT SELECT ON ALL TABLES IN SCHEMA billing, shop TO " + role);
        try {
            assertThat(as(role, "backfill", "list").err())
                    .contains("error: permission-denied: User " + role + " may not read the books of backfills")
                    .contains("GRANT USAGE ON SCHEMA migrations TO " + role + "; GRANT SELECT ON migrations.backfill,");
            execute("GRANT USAGE ON SCHEMA migrations TO " + role + "; GRANT SELECT ON ALL TABLES IN SCHEMA migrations"
                    + " TO " + role);
            assertThat(as(role, "backfill", "list").out()).contains("complete");
            for (String command : List.of("run", "pause", "retry")) {
                Answer refused = as(role, "backfill", command, SECOND);
                assertThat(refused.err())
                        .contains("may not change the books", "GRANT SELECT, INSERT, UPDATE, DELETE ON");
                assertThat(refused.status()).isEqualTo(4);
            }
        } finally {
            execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
        }
    }

    private Answer as(String role, String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--modules", folder.toString(), "--user", role, "--no-color", "--url"));
        args.add("postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/" + modules.database().name());
        return Answer.of(args);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
