package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code backfill}, and upgrades that meet backfills. */
class BackfillingTest {

    private static final String TOTALS = """
            -- table: orders
            -- key: id
            -- todo: state IS NULL
            UPDATE orders SET state = note::int::text WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() {
        modules = ModelledModules.in(folder);
        modules.files()
                .write("shop/D20260103000000__states.sql", TOTALS)
                .write("shop/V20260104000000__not_null.sql", """
                        -- depends-on: shop@20260103000000
                        ALTER TABLE shop.orders ADD CONSTRAINT state_there CHECK (state IS NOT NULL) NOT VALID;
                        """)
                .write("shop/U20260104000000__not_null.sql", "ALTER TABLE shop.orders DROP CONSTRAINT state_there;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void anEmptyDatabaseGoesToHeadInOneRun() {
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("backfill", "list").out())
                .contains("shop@20260103000000  states       complete  0     0");
        assertThat(modules.run("status").status()).isZero();
    }

    @Test
    void whatDependsOnABackfillWaitsForIt() throws SQLException {
        orders(10, "1");

        Answer waits = modules.run("upgrade");

        assertThat(waits.status()).isEqualTo(6);
        assertThat(waits.err())
                .contains("error: backfill-pending: shop@20260104000000 depends on the backfill shop@20260103000000,"
                        + " which is not complete.")
                .contains("help: migrations backfill run shop@20260103000000");
        assertThat(modules.run("upgrade", "--output", "json")
                        .json()
                        .at("/failed/code")
                        .asString())
                .isEqualTo("backfill-pending");
        Answer run = modules.run("backfill", "run", "shop");
        assertThat(run.out()).contains("shop@20260103000000 is complete: 10 rows in 1 batch");
        assertThat(modules.run("upgrade").out()).contains("shop    +1          20260104000000");
    }

    @Test
    void anUpgradeRunsThemIfItIsTold() throws SQLException {
        orders(10, "1");
        assertThat(modules.run("upgrade", "--with-backfills").status()).isZero();
        assertThat(modules.run("backfill", "list", "--output", "json")
                        .json()
                        .at("/backfills/0/rows")
                        .asLong())
                .isEqualTo(10);
    }

    @Test
    void anUpgradeNamesThoseThatNothingWaitsFor() throws SQLException {
        orders(10, "1");
        modules.files().delete("shop/V20260104000000__not_null.sql").delete("shop/U20260104000000__not_null.sql");

        Answer answer = modules.run("upgrade");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("The backfill shop@20260103000000 (states) has rows to do:"
                        + " migrations backfill run shop@20260103000000");
        assertThat(modules.run("upgrade", "--output", "json")
                        .json()
                        .at("/pendingBackfills/0")
                        .asString())
                .isEqualTo("shop@20260103000000");
        Answer status = modules.run("status");
        assertThat(status.status()).isEqualTo(3);
        assertThat(status.out())
                .contains("backfill shop@20260103000000 (states): pending")
                .contains(
                        "Current, but for backfills that are not complete. To go on with them: migrations backfill run");
    }

    @Test
    void aDowngradeForgetsWhatWasDoneAfterWhatItUndoes() throws SQLException {
        orders(10, "1");
        assertThat(modules.run("upgrade", "--with-backfills").status()).isZero();
        assertThat(modules.run("downgrade", "shop@20260102000000").status()).isZero();
        assertThat(modules.run("backfill", "list").out()).contains("complete");
        assertThat(modules.run("downgrade", "base", "--cascade").status()).isZero();
        assertThat(modules.run("backfill", "list").out()).contains("pending").doesNotContain("complete");
        assertThat(modules.run("upgrade").status()).isZero();
    }

    @Test
    void failuresAreShownAndTriedAgainAndResolved() throws SQLException {
        orders(10, "1");
        execute("UPDATE shop.orders SET note = 'none' WHERE id IN (3, 7)");

        assertThat(modules.run("status").out()).contains("backfill shop@20260103000000 (states): pending");
        Answer failed = modules.run("backfill", "run");
        assertThat(modules.run("status").out())
                .contains("backfill shop@20260103000000 (states): failed, 10 rows done, 2 failed");
        assertThat(modules.run("status", "--output", "json")
                        .json()
                        .at("/openBackfills/0/failures")
                        .asInt())
                .isEqualTo(2);

        assertThat(failed.status()).isEqualTo(5);
        assertThat(failed.out())
                .contains("shop@20260103000000 has failed: 2 rows could not be done; 10 rows in 1 batch.");
        assertThat(failed.err()).contains("migrations backfill show shop@20260103000000");
        assertThat(modules.run("backfill", "show", "shop").out())
                .contains("failures  2")
                .contains("7    22P02     1         ");
        execute("UPDATE shop.orders SET note = '3' WHERE id = 3");
        assertThat(modules.run("backfill", "retry", "shop").out()).contains("2 failures will be tried again");
        assertThat(modules.run("backfill", "run", "shop").out()).contains("1 row could not be done");
        assertThat(modules.run("backfill", "resolve", "shop", "--reason", "a test")
                        .err())
                .contains("resolve needs either --key or --all");
        assertThat(modules.run("backfill", "resolve", "shop", "--key", "7", "--reason", "a test")
                        .out())
                .contains("1 failure resolved.");
        assertThat(modules.run("backfill", "run", "shop").status()).isZero();
    }

    @Test
    void somebodyPausesItAndLetsItGoOn() throws SQLException {
        orders(10, "1");
        execute("UPDATE shop.orders SET note = 'none' WHERE id = 3");
        assertThat(modules.run("backfill", "pause", "shop").err()).contains("has not begun in this database");
        assertThat(modules.run("backfill", "run", "shop").status()).isEqualTo(5);
        assertThat(modules.run("backfill", "pause", "shop").out()).contains("Nobody is running it.");
        assertThat(modules.run("backfill", "retry", "shop").status()).isZero();
        assertThat(modules.run("backfill", "pause", "shop").out()).contains("Paused.");
        assertThat(modules.run("backfill", "show", "shop").out()).contains("state     paused");
        Answer run = modules.run("backfill", "run");
        assertThat(run.status()).isEqualTo(6);
        assertThat(run.out())
                .contains("is paused: 10 rows in ", "to go on: migrations backfill resume shop@20260103000000");
        assertThat(modules.run("upgrade", "--with-backfills").err())
                .contains("shop@20260104000000 depends on the backfill shop@20260103000000, which is paused.")
                .contains("help: migrations backfill resume shop@20260103000000");
        assertThat(modules.run("backfill", "resume", "shop", "--parallel", "2").out())
                .contains("It may go on");
        assertThat(modules.run("backfill", "show", "shop").out()).contains("workers   2");
        assertThat(modules.run("backfill", "run").status()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    -- key: id                                   | UPDATE orders SET note = '' WHERE id BETWEEN :from AND :to | does not say which table
                    -- table: orders                             | UPDATE orders SET note = '' WHERE id BETWEEN :from AND :to | does not say by which columns
                    -- table: no table, -- key: id               | UPDATE orders SET note = '' WHERE id BETWEEN :from AND :to | which is not a table, or schema.table
                    -- table: orders, -- key: id, -- parallel: 0 | UPDATE orders SET note = '' WHERE id BETWEEN :from AND :to | which is no number from 1 to 64
                    -- table: orders, -- key: id                 | UPDATE orders SET note = ''                                | without :from and :to
                    -- table: orders, -- key: id                 | UPDATE orders SET note = ':from' WHERE id > :to            | without :from and :to
                    -- table: orders, -- key: id                 | DROP TABLE orders                                          | begins with drop
                    -- table: orders, -- key: id                 | --                                                         | holds no statement
                    """)
    void aFileThatCannotRunInBatchesIsRefused(String header, String statement, String says) {
        modules.files()
                .write("shop/D20260103000000__states.sql", header.replace(", ", "\n") + "\n" + statement + ";\n");
        Answer answer = modules.run("upgrade");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains("error: invalid-backfill: ")
                .contains("shop/D20260103000000__states.sql:")
                .contains(says);
        assertThat(modules.run("validate", "--offline").err()
                        + modules.run("validate", "--offline").out())
                .contains(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    -- words, -- table: no table, -- key: id                    | 2 | '-- table: no table'
                    -- table: orders, -- key: id, -- Key: name                  | 3 | two header lines '-- key: …'
                    -- table: orders, -- key: id, -- , -- max_attempts: 0       | 4 | '-- max-attempts: 0'
                    -- table: orders, -- key: id, -- batch size: none           | 3 | '-- batch-size: none'
                    -- key: id                                                  | 1 | does not say which table
                    """)
    void theLineIsNamedThatIsWrong(String header, int line, String says) {
        modules.files()
                .write(
                        "shop/D20260103000000__states.sql",
                        header.replace(", ", "\n") + "\nUPDATE orders SET note = '' WHERE id BETWEEN :from AND :to;\n");
        assertThat(modules.run("validate", "--offline").err())
                .contains("D20260103000000__states.sql:" + line + " ", says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    backfill run shp             | 2 | shp
                    backfill run shop@2025       | 2 | There is no backfill 'shop@2025'.
                    backfill show billing        | 2 | The module billing has no backfill.
                    backfill resume shop         | 6 | has not begun in this database
                    backfill run --parallel x    | 2 | x
                    """)
    void aNameThatMeansNothingIsRefused(String words, int status, String says) {
        Answer answer = modules.run(words.split(" "));
        assertThat(answer.err()).contains(says);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void itIsBegunAgainFromTheStart() throws SQLException {
        orders(10, "1");
        assertThat(modules.run("backfill", "run", "shop", "--restart").out()).contains("is complete: 10 rows");
        assertThat(modules.run("backfill", "run", "shop").out()).contains("is complete: 10 rows");
        execute("UPDATE shop.orders SET state = NULL WHERE id < 4");
        assertThat(modules.run("backfill", "run", "shop", "--restart").out()).contains("is complete: 3 rows");
    }

    @Test
    void aFileThatIsEditedWhileItRunsIsRefused() throws SQLException {
        orders(10, "1");
        execute("UPDATE shop.orders SET note = 'none' WHERE id = 3");
        assertThat(modules.run("backfill", "run", "shop").status()).isEqualTo(5);
        modules.files().write("shop/D20260103000000__states.sql", TOTALS.replace("note::int", "length(note)"));

        Answer answer = modules.run("backfill", "run", "shop");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains("error: checksum-mismatch: shop@20260103000000 was begun with another file")
                .contains("migrations backfill run shop@20260103000000 --restart");
        assertThat(modules.run("backfill", "run", "shop", "--restart").out()).contains("is complete: 1 row in 1 batch");
    }

    @Test
    void aNewOneIsWrittenFromATemplateAndLaterThanAllThatThereIs() {
        modules.files().write("shop/D20990101000000__last.sql", TOTALS);

        Answer answer =
                modules.files().run("revision", "-m", "shop", "--backfill", "--depends-on", "billing@2026", "totals");

        assertThat(answer.status()).isZero();
        assertThat(modules.files().read("shop/D20990101000001__totals.sql"))
                .startsWith("-- depends-on: billing@20260101000000\n-- Backfill of shop: totals\n")
                .contains("-- table: ", "-- key: ", ":from", ":to");
        assertThat(modules.files().run("validate", "--offline").out()
                        + modules.files().run("validate", "--offline").err())
                .contains("which is not a table, or schema.table");
        assertThat(modules.files().run("revision", "-m", "shop", "more").out()).contains("V20990101000002__more.sql");
        assertThat(modules.files()
                        .run("revision", "-m", "shop", "--backfill", "--irreversible", "x", "more")
                        .err())
                .contains("--backfill excludes");
    }

    @Test
    void itsMigrationsHaveToBeAppliedAndItsTableToBeThere() throws SQLException {
        Answer early = modules.run("backfill", "run", "shop");
        assertThat(early.err())
                .contains(
                        "error: not-up-to-date: The backfill shop@20260103000000 needs shop@20260102000000, which is not"
                                + " applied.")
                .contains("help: migrations upgrade shop@20260102000000");
        assertThat(early.status()).isEqualTo(6);
        assertThat(modules.run("upgrade", "shop@20260102000000").status()).isZero();
        execute("ALTER TABLE shop.orders RENAME TO others");
        Answer gone = modules.run("backfill", "run", "shop");
        assertThat(gone.err()).contains("walks through orders, and there is no such table");
        assertThat(gone.status()).isEqualTo(3);
    }

    @Test
    void onThrowAwayDatabasesItHoldsUpNobodyAndIsDoneOnce() {
        modules.files()
                .write(
                        "shop/D20260103000000__states.sql",
                        TOTALS + "(SELECT FROM orders) UNION ALL SELECT FROM orders;\n")
                .write("shop/V20260105000000__orders_are_old.sql", """
                        -- irreversible: their name is free for others
                        ALTER TABLE shop.orders RENAME TO old_orders;
                        """);

        assertThat(modules.shadowed("verify", "--all", "--with-rows").err()).isEmpty();
        assertThat(modules.shadowed("lint", "--all").out()).contains("Linted 4 migrations");
    }

    private void orders(int count, String note) throws SQLException {
        assertThat(modules.run("upgrade", "shop@20260102000000").status()).isZero();
        execute("INSERT INTO shop.orders SELECT i, 1, NULL, '" + note + "' FROM generate_series(1, " + count + ") i");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
