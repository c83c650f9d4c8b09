package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.Effort;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ABackfillThatIsKilledTest {

    private static final String END_ALL =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'migrations backfill%'";

    private static final int ROWS = 40_000;

    @TempDir
    private Path folder;

    /** Connections end at any moment: between two transactions, in a statement, before a commit. */
    @Test
    void goesOnWhereItWasWithNothingTwiceAndNothingLeftOut() throws Exception {
        long seed = Effort.seed();
        Random random = new Random(seed);
        int kills = Effort.of(10, 50);
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0, word text);
                INSERT INTO tree SELECT i, 0, CASE WHEN mod(i, 1000) = 0 THEN 'none' ELSE '1' END FROM generate_series(1, %d) i;
                """.formatted(ROWS))) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- batch-size: 50
                    UPDATE tree SET n = n + word::int WHERE id BETWEEN :from AND :to;
                    """);
            int killed = 0;
            BackfillBook book = null;
            while (book == null) {
                Thread killer = killed < kills ? killer(orchard, random.nextInt(60)) : new Thread(() -> {});
                killer.start();
                try {
                    // So slow that the kills come before the end.
                    book = orchard.run(Orchard.workers(2, killed < kills ? ROWS / 4L / kills : 0));
                } catch (SQLException | ProblemException e) {
                    killed++;
                }
                killer.join();
            }
            assertThat(book.state())
                    .as("seed %d, killed %d times", seed, killed)
                    .isEqualTo(BackfillState.FAILED);
            assertThat(orchard.ask(
                            "SELECT n || ' ' || (word = 'none') || ' ' || count(*) FROM farm.tree GROUP BY n, word"
                                    + " ORDER BY 1"))
                    .as("seed %d, killed %d times", seed, killed)
                    .containsExactly("0 true 40", "1 false 39960");
            assertThat(orchard.ask("SELECT count(*) || ' ' || max(attempts) FROM migrations.backfill_failure"))
                    .containsExactly("40 1");
            assertThat(killed).as("seed %d", seed).isGreaterThan(kills / 2);
        }
    }

    private static Thread killer(Orchard orchard, int millis) {
        return new Thread(() -> {
            try {
                Thread.sleep(150 + millis);
                orchard.ask(END_ALL);
            } catch (InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
