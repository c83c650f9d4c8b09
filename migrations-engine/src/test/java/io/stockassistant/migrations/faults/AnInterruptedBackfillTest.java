package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.stockassistant.migrations.cli.Answer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody wants a backfill to end while one of its statements takes very long. */
class AnInterruptedBackfillTest {

    private static final int LONGEST_SECONDS = 30;
    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    private static final String CONNECTED = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name LIKE 'migrations%'";

    @RegisterExtension
    final Workbench bench = new Workbench();

    @ParameterizedTest
    @CsvSource({"INT,130,text", "TERM,143,text", "TERM,143,json"})
    void takesBackWhatItIsDoingAndNamesTheCommandThatGoesOn(String signal, int status, String output) throws Exception {
        bench.write("shop/V4__tree.sql", "CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);\n");
        assertThat(bench.run("upgrade").status()).isZero();
        bench.execute(
                "INSERT INTO shop.tree SELECT generate_series(1, 100)",
                "CREATE TABLE shop.patience AS SELECT 50 AS seconds");
        bench.write("shop/D5__numbers.sql", """
                -- table: tree
                -- key: id
                -- batch-size: 20
                UPDATE tree SET n = n + 1 FROM patience
                WHERE id BETWEEN :from AND :to AND (id <> 50 OR pg_sleep(seconds) IS NOT NULL);
                """);
        Program program = Program.start(
                bench.folder(), bench.args(bench.database(), List.of("backfill", "run", "shop", "--output", output)));
        await(SLEEPING, "1");
        assumeFalse(signal.equals("INT") && program.ignoresInterrupt(), "Ctrl-C is ignored here");
        program.signal(signal);
        Answer answer = program.answer();

        assertThat(answer.status()).as(answer.err()).isEqualTo(status);
        assertThat(answer.err()).doesNotContain("\tat ", "Exception", "does not answer");
        if (output.equals("text")) {
            assertThat(answer.out())
                    .isEqualTo(
                            "shop@5 is not complete: 20 rows in 1 batch; to go on: migrations backfill run shop@5\n");
        } else {
            assertThat(answer.json().at("/backfills/0/rows").asInt()).isEqualTo(20);
        }
        await(CONNECTED, "0");
        assertThat(bench.rows("SELECT n || ' ' || count(*) FROM shop.tree GROUP BY n ORDER BY 1"))
                .containsExactly("0 80", "1 20");
        assertThat(bench.rows("SELECT sum(attempts) || ' ' || count(*) FROM migrations.backfill_batch"))
                .as("it was no attempt")
                .containsExactly("0 2");

        bench.execute("UPDATE shop.patience SET seconds = 0");
        assertThat(bench.run("backfill run shop@5").status()).isZero();
        assertThat(bench.rows("SELECT n || ' ' || count(*) FROM shop.tree GROUP BY n"))
                .containsExactly("1 100");
    }

    private void await(String query, String expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!bench.rows(query).equals(List.of(expected))) {
            assertThat(System.nanoTime()).as("deadline of " + query).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
