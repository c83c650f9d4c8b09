package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.Effort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two processes with two workers each, of which one dies at a random moment, again and again. */
class ABackfillWhoseProcessIsKilledTest {

    private static final int ROWS = 30_000;
    private static final int KILLED = 137;
    private static final int LONGEST_SECONDS = 30;
    private static final int LONGEST_MILLIS_AT_WORK = 400;

    private static final String WORKERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name = 'migrations backfill worker'";

    /** What is left of it: the rows, how often each was written, what failed, and the books. */
    private static final List<String> RESULT = List.of(
            "SELECT writes || ' ' || coalesce(n = id, false) || ' ' || count(*) FROM shop.tree"
                    + " GROUP BY writes, coalesce(n = id, false) ORDER BY 1",
            "SELECT key[1] || ' ' || sqlstate || ' ' || attempts || ' ' || message FROM migrations.backfill_failure"
                    + " WHERE resolved_at IS NULL ORDER BY 1",
            "SELECT state || ' ' || rows_done || ' ' || passes FROM migrations.backfill",
            "SELECT count(*) FROM migrations.backfill_batch");

    @RegisterExtension
    final Workbench bench = new Workbench();

    @BeforeEach
    void plant() {
        bench.write(
                "shop/V4__tree.sql",
                "CREATE TABLE tree (id int PRIMARY KEY, word text NOT NULL, n int, writes int NOT NULL DEFAULT 0);\n");
        assertThat(bench.run("upgrade").status()).isZero();
        bench.execute("INSERT INTO shop.tree SELECT i, CASE WHEN i % 1000 = 7 THEN 'none' ELSE i::text END"
                + " FROM generate_series(1, " + ROWS + ") i");
        bench.write("shop/D5__numbers.sql", """
                -- table: tree
                -- key: id
                -- batch-size: 40
                UPDATE tree SET n = word::int, writes = writes + 1 WHERE id BETWEEN :from AND :to;
                """);
    }

    @Test
    void isCompletedByTheNextOneAsIfNothingHadHappened() throws Exception {
        long seed = Effort.seed();
        Random random = new Random(seed);
        int kills = Effort.ofFaults(6, 50);
        String undisturbed = bench.copy();
        assertThat(bench.on(bench.server(), undisturbed, "backfill run shop").status())
                .isEqualTo(5);

        // So slow that the kills come before the end.
        String slowly = "backfill run shop --parallel 2 --batch-time 5ms --max-rate " + ROWS / kills / 3;
        Deque<Program> running = new ArrayDeque<>();
        for (int i = 0; i < kills; i++) {
            while (running.size() < 2) {
                running.add(
                        Program.start(bench.folder(), bench.args(bench.database(), List.of(slowly.split(" ", -1)))));
            }
            awaitWorkers(4);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS_AT_WORK)));
            kill(random.nextBoolean() ? running.removeFirst() : running.removeLast());
        }
        for (Program each : running) {
            kill(each);
        }
        awaitWorkers(0);
        long done = Long.parseLong(
                bench.rows("SELECT count(*) FROM shop.tree WHERE writes > 0").get(0));
        assertThat(done).as("seed %d", seed).isBetween(1L, ROWS - 100L);

        assertThat(bench.run("backfill run shop").status()).as("seed %d", seed).isEqualTo(5);
        for (String query : RESULT) {
            assertThat(bench.rows(query))
                    .as("seed %d, killed %d times: %s", seed, kills + 1, query)
                    .isEqualTo(bench.rowsOf(undisturbed, query));
        }
        assertThat(bench.rows(RESULT.get(0))).containsExactly("0 false 30", "1 true 29970");
        bench.drop(undisturbed);
    }

    private static void kill(Program program) throws InterruptedException {
        program.signal("KILL");
        Answer answer = program.answer();
        assertThat(answer.status()).as(answer.out() + answer.err()).isEqualTo(KILLED);
    }

    /** Those of a process that is gone are there until the server notices. */
    private void awaitWorkers(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!bench.rows(WORKERS).equals(List.of(Integer.toString(count)))) {
            assertThat(System.nanoTime()).as("deadline of %d workers", count).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
