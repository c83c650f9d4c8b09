package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others lock, drop, cancel and retry what it works on, and have other settings. */
@Timeout(120)
class ABackfillAmongOthersTest {

    private static final String WAITING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name LIKE '%backfill worker' AND wait_event_type = 'Lock'";

    @TempDir
    private Path folder;

    private Orchard orchard;

    @BeforeEach
    void plant() throws SQLException {
        orchard = new Orchard(folder, """
                CREATE TABLE tree (id int NOT NULL, n int NOT NULL DEFAULT 0) PARTITION BY RANGE (id);
                CREATE INDEX ON tree (id);
                CREATE TABLE tree_1 PARTITION OF tree FOR VALUES FROM (1) TO (501);
                CREATE TABLE tree_2 PARTITION OF tree FOR VALUES FROM (501) TO (1001);
                INSERT INTO tree SELECT i FROM generate_series(1, 1000) i;
                """);
        orchard.backfill("""
                -- table: tree
                -- key: id
                -- batch-size: 5
                UPDATE :table SET n = n + 1 / (id - 7) * 0 + 1 WHERE id BETWEEN :from AND :to;
                """);
    }

    @AfterEach
    void end() {
        orchard.close();
    }

    private void assertEachDoneOnce() throws SQLException {
        assertThat(orchard.ask("SELECT n || ' ' || count(*) FROM farm.tree WHERE id <> 7 GROUP BY n"))
                .containsExactly("1 999");
        assertThat(orchard.ask("SELECT key[1] || ' ' || attempts FROM migrations.backfill_failure"))
                .containsExactly("7 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void isNotDisturbedByWhatTransactionsOfItsRoleSeeOtherwise(String isolation) throws SQLException {
        orchard.sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %%I SET default_transaction_isolation = ''%s''',"
                        .formatted(isolation)
                + " current_database()); END $$");

        assertThat(orchard.run(Orchard.workers(8)).state()).isEqualTo(BackfillState.FAILED);

        assertEachDoneOnce();
    }

    @Test
    void isRetriedOnceByTwoAtOnce() throws Exception {
        orchard.run();
        try (Connection client = orchard.connect();
                Statement statement = client.createStatement()) {
            client.setAutoCommit(false);
            statement.execute("SELECT FROM migrations.backfill FOR UPDATE"); // so that both are there
            List<CompletableFuture<Integer>> both = List.of(retry(), retry());
            await("SELECT count(*) = 2 FROM pg_locks WHERE NOT granted");
            client.rollback();

            assertThat(both.get(0).get() + both.get(1).get()).isEqualTo(1);
        }
        assertThat(orchard.ask("SELECT key FROM migrations.backfill_batch b JOIN migrations.backfill_failure"
                        + " USING (module, version)"))
                .hasSize(1);
    }

    private CompletableFuture<Integer> retry() {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = orchard.connect()) {
                return orchard.books(connection).retry(orchard.revision());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Its rows are gone with it, and all that was left to do of it. */
    @Test
    void goesOnWithoutAPartitionThatIsDropped() throws SQLException {
        orchard.backfill("""
                -- table: tree
                -- key: id
                -- todo: n = 0
                UPDATE :table SET n = 1 / (id - 507) * 0 + 1 WHERE id BETWEEN :from AND :to AND :todo;
                """);
        orchard.run();
        try (Connection connection = orchard.connect()) {
            assertThat(orchard.books(connection).retry(orchard.revision())).isEqualTo(1);
        }
        orchard.sql(
                "DROP TABLE farm.tree_2; CREATE TABLE farm.tree_3 PARTITION OF farm.tree FOR VALUES FROM (501) TO (2000);"
                        + " INSERT INTO farm.tree SELECT i FROM generate_series(1001, 1100) i");

        assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);

        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = 1")).containsExactly("600");
    }

    /** One came and one went while it ran. */
    @Test
    void looksForPartitionsAtItsEnd() throws Exception {
        orchard.backfill("""
                -- table: tree
                -- key: id
                -- todo: n = 0
                UPDATE :table SET n = 1 WHERE id BETWEEN :from AND :to AND :todo;
                """);
        BackfillBook book = orchard.run(
                Orchard.workers(1),
                once(() -> {
                    orchard.sql(
                            "DROP TABLE farm.tree_2; CREATE TABLE farm.tree_3 PARTITION OF farm.tree FOR VALUES FROM (501) TO (2000);"
                                    + " INSERT INTO farm.tree SELECT i FROM generate_series(1001, 1100) i");
                }),
                new Interruption());

        assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = 1")).containsExactly("600");
    }

    @Test
    void goesOnWhenSomebodyCancelsItsLookForABatch() throws Exception {
        try (Connection client = orchard.connect();
                Statement statement = client.createStatement()) {
            CompletableFuture<BackfillBook> run = runWithTableLocked(client, statement, new Interruption());
            await("SELECT count(*) > 0 FROM (" + WAITING + ") each");
            orchard.ask("SELECT pg_cancel_backend(pid) FROM (" + WAITING + ") each");
            client.rollback();

            assertThat(run.get(60, TimeUnit.SECONDS).state()).isEqualTo(BackfillState.FAILED);
        }
        assertEachDoneOnce();
    }

    @Test
    void endsWhenItIsInterruptedWhileItWaitsForItsWorkers() throws Exception {
        Interruption interruption = new Interruption();
        try (Connection client = orchard.connect();
                Statement statement = client.createStatement()) {
            CompletableFuture<BackfillBook> run = runWithTableLocked(client, statement, interruption);
            await("SELECT count(*) > 0 FROM (" + WAITING + ") each");
            orchard.sql("UPDATE migrations.backfill SET checksum = checksum + 1"); // begun again with another file
            assertThat(catchThrowable(() -> run.get(2, TimeUnit.SECONDS))).isInstanceOf(TimeoutException.class);

            interruption.request();

            assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ProblemException.class);
        }
    }

    /** What it was put off until is no time of this clock. */
    @Test
    void doesNotWaitForAClockThatWasSetBack() throws SQLException {
        orchard.run();
        try (Connection connection = orchard.connect()) {
            orchard.books(connection).retry(orchard.revision());
        }
        orchard.sql("UPDATE migrations.backfill_batch SET not_before = clock_timestamp() + interval '1 hour'");

        assertThat(orchard.run().state()).isEqualTo(BackfillState.FAILED);
        assertThat(orchard.ask("SELECT attempts FROM migrations.backfill_failure"))
                .containsExactly("2");
    }

    private CompletableFuture<BackfillBook> runWithTableLocked(
            Connection client, Statement statement, Interruption interruption) throws SQLException {
        client.setAutoCommit(false);
        BackfillObserver locking = once(() -> statement.execute("LOCK TABLE farm.tree"));
        return CompletableFuture.supplyAsync(() -> {
            try {
                return orchard.run(Orchard.workers(2), locking, interruption);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private interface Deed {
        void happen() throws SQLException;
    }

    /** Before its first worker begins. */
    private static BackfillObserver once(Deed deed) {
        return new BackfillObserver() {
            private boolean happened;

            @Override
            public void progress(BackfillBook book) {
                try {
                    if (!happened) {
                        happened = true;
                        deed.happen();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private void await(String condition) throws SQLException, InterruptedException {
        while (!orchard.ask(condition).equals(List.of("t"))) {
            Thread.sleep(20);
        }
    }
}
