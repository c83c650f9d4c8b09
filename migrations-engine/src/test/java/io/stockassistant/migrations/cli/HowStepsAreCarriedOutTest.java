package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code --jobs} and {@code --atomic}. */
class HowStepsAreCarriedOutTest {

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() {
        modules = ModelledModules.in(folder);
        assertThat(modules.run("upgrade").status()).isZero();
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    upgrade --jobs 0                     | '0' is not a number from 1 to 64
                    upgrade --jobs 65                    | '65' is not a number from 1 to 64
                    upgrade --jobs two                   | 'two' is not a number from 1 to 64
                    downgrade -1 --jobs 0                | '0' is not a number from 1 to 64
                    upgrade --atomic --jobs 2            | --atomic has one transaction, and so one job; --jobs asks for 2.
                    upgrade --atomic --with-backfills    | --atomic has one transaction, and a backfill has one for each batch.
                    upgrade --sql base:head --atomic     | --atomic is for a run.
                    upgrade --sql base:head --jobs 1     | --jobs is for a run.
                    downgrade --sql head:base --atomic   | --atomic is for a run.
                    stamp head --jobs 2                  | There is no option '--jobs'
                    repair --atomic                      | There is no option '--atomic'
                    """)
    void whatMakesNoSenseIsRefused(String words, String says) {
        Answer answer = modules.run(words.split(" ", -1));
        assertThat(answer.err()).contains(says);
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void allThatFailAreNamed() throws SQLException {
        String together = untilSoManyRunAtOnce(2);
        modules.files()
                .write("one/module.properties", "")
                .write("one/V1__wrong.sql", together + "SELECT 1/0;\n")
                .write("two/module.properties", "")
                .write("two/V1__wrong.sql", together + "SELECT nothing;\n")
                .write("two/V2__next.sql", "SELECT 1;\n");

        Answer json = modules.run("upgrade", "--jobs", "3", "--output", "json");
        assertThat(json.status()).isEqualTo(5);
        assertThat(json.json().at("/failed/sqlstate").asString()).isEqualTo("22012");
        assertThat(json.json().at("/alsoFailed/0/sqlstate").asString()).isEqualTo("42703");
        assertThat(json.json().at("/alsoFailed/0/module").asString()).isEqualTo("two");
        assertThat(json.json().at("/notReached/0/version").asString()).isEqualTo("2");

        Answer text = modules.run("upgrade", "--jobs", "3");
        assertThat(text.err())
                .containsSubsequence(
                        "one@1 failed at",
                        "division by zero",
                        "not reached: two@2",
                        "help: Mend",
                        "two@1 failed at",
                        "\"nothing\"",
                        "help: Mend");
    }

    @Test
    void atLeastFourRunAtOnceByDefault() {
        for (String module : List.of("one", "two", "three", "four")) {
            modules.files()
                    .write(module + "/module.properties", "")
                    .write(module + "/V1__together.sql", untilSoManyRunAtOnce(4));
        }
        Answer answer = modules.run("upgrade");
        assertThat(answer.out()).as(answer.err()).contains("Applied 4 migrations");
    }

    /** A script that waits until so many of its kind are under way, and fails when they never are. */
    private static String untilSoManyRunAtOnce(int number) {
        return "DO $$ BEGIN PERFORM pg_advisory_xact_lock_shared(7); FOR i IN 1..1000 LOOP"
                + " IF (SELECT count(*) >= " + number + " FROM pg_locks WHERE locktype = 'advisory' AND objid = 7"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
                + " THEN PERFORM pg_sleep(0.3); RETURN; END IF; PERFORM pg_sleep(0.01); END LOOP;"
                + " RAISE 'only some of them run at once'; END $$;\n";
    }

    @Test
    void oneTransactionIsAllOrNothing() throws SQLException {
        modules.files()
                .write("one/module.properties", "")
                .write("one/V1__table.sql", "CREATE TABLE t ();\n")
                .write("one/V2__wrong.sql", "SELECT 1/0;\n");
        Answer answer = modules.run("upgrade", "--atomic");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains(
                        "All of the plan was rolled back as one transaction: the database is as it was before the run.")
                .contains("Applied 0 migrations");
        modules.files().write("one/V2__wrong.sql", "SELECT 1;\n");
        assertThat(modules.run("upgrade", "--atomic").out()).contains("Applied 2 migrations");
        modules.files().write("one/V3__index.sql", "CREATE INDEX CONCURRENTLY i ON t ((1));\n");
        modules.files().write("one/V3__index.sql.conf", "executeInTransaction=false\n");
        Answer refused = modules.run("upgrade", "--atomic");
        assertThat(refused.status()).isEqualTo(6);
        assertThat(refused.err()).contains("error: not-atomic: one@3 cannot run in a transaction", "V3__index.sql");
    }

    @Test
    void oneTransactionHasNoBackfillInIt() throws SQLException {
        modules.files()
                .write("shop/D20260103000000__states.sql", """
                        -- table: orders
                        -- key: id
                        -- todo: state IS NULL
                        UPDATE orders SET state = note::int::text WHERE id BETWEEN :from AND :to AND :todo;
                        """)
                .write(
                        "shop/V20260104000000__later.sql",
                        "-- depends-on: shop@20260103000000\nCREATE TABLE later ();\n")
                .write("shop/U20260104000000__later.sql", "DROP TABLE later;\n");
        execute("INSERT INTO shop.orders SELECT i, 1, NULL, '1' FROM generate_series(1, 9) i");

        Answer waits = modules.run("upgrade", "--atomic");
        assertThat(waits.status()).isEqualTo(6);
        assertThat(waits.err())
                .contains("backfill-pending", "cannot be a part of one transaction", "migrations backfill run shop@");

        assertThat(modules.run("backfill", "run", "shop").status()).isZero();
        assertThat(modules.run("upgrade", "--atomic").status()).isZero();
        assertThat(modules.run("downgrade", "shop@20260103", "--atomic").status())
                .isNotZero();
        Answer back = modules.run("downgrade", "shop@base", "--cascade", "--atomic");
        assertThat(back.status()).isEqualTo(6);
        assertThat(back.err()).contains("not-atomic", "makes the backfill shop@20260103000000 begin anew");
        assertThat(rows("SELECT count(*) FROM shop.later")).containsExactly("0");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return List.of(row.getString(1));
        }
    }
}
