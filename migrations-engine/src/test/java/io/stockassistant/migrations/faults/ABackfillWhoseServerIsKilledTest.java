package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.Effort;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody waits until batches are on disk: a server that ends at once loses some, and must lose them with their books. */
class ABackfillWhoseServerIsKilledTest {

    private static final int ROWS = 30_000;
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_MILLIS_AT_WORK = 500;
    private static final String DATABASE = "stock";

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    void losesNoRowAndDoesNoneTwice() throws Exception {
        long seed = Effort.seed();
        Random random = new Random(seed);
        int kills = Effort.ofFaults(3, 40);
        try (OwnServer own = new OwnServer()) {
            Server server = plant(own.start());
            String slowly = "backfill run shop --parallel 2 --batch-time 5ms --max-rate " + ROWS / kills;
            for (int i = 0; i < kills; i++) {
                Server now = server;
                CompletableFuture<Answer> run = CompletableFuture.supplyAsync(
                        () -> bench.on(now, DATABASE, slowly), task -> new Thread(task, "a run beside").start());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(LONGEST_MILLIS_AT_WORK)));
                own.kill();
                Answer answer = run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
                assertThat(answer.status())
                        .as("seed %d: %s", seed, answer.err())
                        .isEqualTo(4);
                assertThat(answer.err()).contains("error: ").doesNotContain("\tat ", "Exception");
                server = own.start();
            }
            assertThat(ask(server, "SELECT count(*) FROM shop.tree WHERE writes > 0"))
                    .as("seed %d", seed)
                    .doesNotContain("0", Integer.toString(ROWS));
            assertThat(bench.on(server, DATABASE, "backfill run shop").status()).isEqualTo(5);

            assertThat(ask(server, "SELECT writes || ' ' || count(*) FROM shop.tree GROUP BY writes ORDER BY 1"))
                    .as("seed %d", seed)
                    .containsExactly("0 30", "1 29970");
            assertThat(ask(server, "SELECT count(*) || ' ' || max(attempts) FROM migrations.backfill_failure"))
                    .as("seed %d", seed)
                    .containsExactly("30 1");
            assertThat(ask(server, "SELECT rows_done FROM migrations.backfill")).containsExactly("30000");
            assertThat(ask(server, "SELECT count(*) FROM migrations.backfill_batch"))
                    .containsExactly("0");
        }
    }

    private Server plant(Server server) {
        server.execute(Stage.MAINTENANCE, "CREATE DATABASE " + DATABASE);
        bench.write(
                "shop/V4__tree.sql",
                "CREATE TABLE tree (id int PRIMARY KEY, word text NOT NULL, writes int NOT NULL DEFAULT 0);\n");
        assertThat(bench.on(server, DATABASE, "upgrade").status()).isZero();
        server.execute(
                DATABASE,
                "INSERT INTO shop.tree SELECT i, CASE WHEN i % 1000 = 7 THEN 'none' ELSE '1' END"
                        + " FROM generate_series(1, " + ROWS + ") i");
        bench.write("shop/D5__numbers.sql", """
                -- table: tree
                -- key: id
                -- batch-size: 40
                UPDATE tree SET writes = writes + word::int WHERE id BETWEEN :from AND :to;
                """);
        return server;
    }

    private static List<String> ask(Server server, String query) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
