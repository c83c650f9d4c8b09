package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While one process runs it, another one begins it again, or undoes what it is built on. */
class ABackfillThatIsForgottenTest {

    private static final String GROWTH = """
            -- table: tree
            -- key: id
            -- todo: size = 0
            -- batch-size: 100
            UPDATE tree SET size = %s WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @TempDir
    private Path folder;

    private Orchard orchard;

    @BeforeEach
    void plant() throws SQLException {
        orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, size int NOT NULL DEFAULT 0);
                INSERT INTO tree SELECT i FROM generate_series(1, 100000) i;
                """);
        orchard.backfill(GROWTH.formatted("1"));
    }

    @AfterEach
    void end() {
        orchard.close();
    }

    /** It goes on in the background, slowly; this returns when its first batch is done. */
    private CompletableFuture<BackfillState> runSlowly() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        BackfillObserver observer = new BackfillObserver() {
            @Override
            public void progress(BackfillBook book) {
                if (book.batches() > 0) {
                    begun.countDown();
                }
            }
        };
        CompletableFuture<BackfillState> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                run.complete(orchard.run(Orchard.workers(2, 400), observer, new Interruption())
                        .state());
            } catch (SQLException | RuntimeException e) {
                run.completeExceptionally(e);
            }
        });
        thread.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return run;
    }

    private void forget() throws SQLException {
        try (Connection connection = orchard.connect()) {
            orchard.books(connection).forget(orchard.revision());
        }
    }

    /** It may see that it is paused, which is how to forget one begins. */
    private static void assertStopped(CompletableFuture<BackfillState> run) throws Exception {
        run.handle((state, failure) -> 0).get(60, TimeUnit.SECONDS);
        if (run.isCompletedExceptionally()) {
            assertToldWhy(run);
        } else {
            assertThat(run.get()).isEqualTo(BackfillState.PAUSED);
        }
    }

    private static void assertToldWhy(CompletableFuture<BackfillState> run) {
        assertThatThrownBy(() -> run.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "farm@20260101000000 was begun again or undone by somebody else while this ran ('backfill run"
                                + " --restart', or a downgrade). This has stopped; what it had done stays done.");
    }

    @Test
    void stopsAndSaysWhy() throws Exception {
        CompletableFuture<BackfillState> run = runSlowly();

        orchard.sql("DELETE FROM migrations.backfill_batch; DELETE FROM migrations.backfill");

        assertToldWhy(run);
    }

    @Test
    void doesNothingMoreWithTheOldFileWhenItIsBegunAgainWithAnother() throws Exception {
        CompletableFuture<BackfillState> run = runSlowly();
        forget();
        orchard.sql("UPDATE farm.tree SET size = 0");
        orchard.backfill(GROWTH.formatted("2"));

        BackfillBook book = orchard.run();

        assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
        assertThat(orchard.ask("SELECT DISTINCT size::text FROM farm.tree")).containsExactly("2");
        assertStopped(run);
    }

    /** Whoever forgets it waits for the batch at hand, and neither ends the other's statement. */
    @Test
    void letsABatchAtHandEnd() throws Exception {
        orchard.backfill(GROWTH.formatted("(SELECT 3 FROM pg_sleep(0.7))").replace("100\n", "100000\n"));
        CompletableFuture<BackfillState> run = CompletableFuture.supplyAsync(() -> {
            try {
                return orchard.run().state();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        while (orchard.ask("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()")
                .isEmpty()) {
            Thread.sleep(5);
        }

        forget();

        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE size = 3")).containsExactly("100000");
        assertStopped(run);
        assertThat(orchard.ask("SELECT count(*) FROM migrations.backfill_batch"))
                .containsExactly("0");
    }
}
