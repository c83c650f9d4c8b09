package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ABackfillThatAReplicaCannotFollowTest {

    private static final int LONGEST_SECONDS = 60;
    private static final int LOOKS = 10;
    private static final String DATABASE = "stock";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private OwnServer own;
    private Replica replica;

    @BeforeEach
    void plant() throws Exception {
        own = new OwnServer();
        Server alone = own.start();
        alone.execute(Stage.MAINTENANCE, "CREATE DATABASE " + DATABASE);
        bench.write("shop/V4__tree.sql", "CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);\n");
        assertThat(bench.on(alone, DATABASE, "upgrade").status()).isZero();
        alone.execute(DATABASE, "INSERT INTO shop.tree SELECT generate_series(1, 3000)");
        bench.write("shop/D5__numbers.sql", """
                -- table: tree
                -- key: id
                -- batch-size: 50
                UPDATE tree SET n = n + 1 WHERE id BETWEEN :from AND :to;
                """);
        replica = own.startWithReplica();
        replica.await();
    }

    @AfterEach
    void end() throws Exception {
        replica.close();
        own.close();
    }

    @Test
    void waitsWhileReplayIsPaused() throws Exception {
        replica.pause();
        CompletableFuture<Answer> run =
                inBackground("backfill run shop --parallel 2 --max-rate 1000 --batch-time 20ms --max-lag 1s");

        awaitLooksWithoutABatch();
        assertThat(run).isNotDone();
        assertThat(Integer.parseInt(ask("SELECT rows_done FROM migrations.backfill")))
                .isBetween(1, 2_990);
        replica.resume();

        Answer answer = run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("shop@5 waits for the replica second, which is 1 s behind (--max-lag) …")
                .endsWith("shop@5 goes on.\n");
        assertThat(ask("SELECT min(n) || ' ' || max(n) FROM shop.tree")).isEqualTo("1 1");
    }

    @Test
    void goesOnByItselfBesideOneThatCatchesUpInTheEnd() throws Exception {
        replica.lagBehind("2s");
        Answer answer = inBackground("backfill run shop --max-rate 2000 --batch-time 20ms --max-lag 1s")
                .get(LONGEST_SECONDS, TimeUnit.SECONDS);

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("waits for the replica second, which is 1 s behind", "goes on.");
    }

    @Test
    void endsWhileItWaitsWhenSomebodyPausesIt() throws Exception {
        replica.pause();
        CompletableFuture<Answer> run =
                inBackground("backfill run shop --max-rate 1000 --batch-time 20ms --max-lag 300ms");
        awaitLooksWithoutABatch();
        assertThat(bench.on(replica.primary(), DATABASE, "backfill pause shop").status())
                .isZero();

        assertThat(run.get(LONGEST_SECONDS, TimeUnit.SECONDS).out()).contains("is paused");
    }

    @Test
    void saysThatItDoesNotWaitWhereItsRoleMaySeeNoReplicas() throws Exception {
        Server primary = replica.primary();
        primary.execute(
                DATABASE,
                "CREATE ROLE app LOGIN PASSWORD '" + primary.password() + "'",
                "ALTER DATABASE " + DATABASE + " OWNER TO app",
                "ALTER SCHEMA shop OWNER TO app",
                "ALTER TABLE shop.tree OWNER TO app",
                "GRANT SELECT ON ALL TABLES IN SCHEMA shop TO app",
                "GRANT ALL ON SCHEMA migrations TO app",
                "GRANT ALL ON ALL TABLES IN SCHEMA migrations TO app");
        replica.pause();
        Server asApp = new Server(primary.host(), primary.port(), "app", primary.password());
        Answer answer = bench.on(asApp, DATABASE, "backfill run shop --max-rate 3000 --max-lag 200ms");

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err())
                .containsOnlyOnce("shop@5 does not wait for replicas: app may not see how far they are behind."
                        + " So that it may: GRANT pg_read_all_stats TO app");
        primary.execute(DATABASE, "GRANT pg_read_all_stats TO app");
        CompletableFuture<Answer> seeing = CompletableFuture.supplyAsync(
                () -> bench.on(
                        asApp, DATABASE, "backfill run shop --restart --max-rate 1000 --batch-time 20ms --max-lag 1s"),
                task -> new Thread(task, "a run beside").start());
        awaitLooksWithoutABatch();
        replica.resume();
        assertThat(seeing.get(LONGEST_SECONDS, TimeUnit.SECONDS).err())
                .contains("waits for the replica second")
                .doesNotContain("does not wait");
    }

    private CompletableFuture<Answer> inBackground(String words) {
        return CompletableFuture.supplyAsync(
                () -> bench.on(replica.primary(), DATABASE, words), task -> new Thread(task, "a run beside").start());
    }

    /** It has looked at the replica so often, and no batch was done meanwhile. */
    private void awaitLooksWithoutABatch() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        Set<String> looks = new HashSet<>();
        String before = "";
        while (looks.size() < LOOKS) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            if (ask("SELECT count(*) FROM pg_tables WHERE tablename = 'backfill'")
                    .equals("0")) {
                continue;
            }
            String now = ask("SELECT coalesce(max(batches_done || ' ' || updated_at), '0 ') FROM migrations.backfill");
            String batches = now.split(" ", 2)[0];
            if (!batches.equals(before)) {
                looks.clear();
            }
            looks.add(now);
            before = batches;
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = replica.primary().connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
