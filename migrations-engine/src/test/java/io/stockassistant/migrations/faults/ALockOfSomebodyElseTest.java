package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ALockOfSomebodyElseTest {

    private static final int LONGEST_SECONDS = 30;
    private static final String SECRET = "hunter2 is secret";

    @RegisterExtension
    final Workbench bench = new Workbench();

    private Connection other;

    @BeforeEach
    void somebodyElseWorksOnTheTable() throws SQLException {
        assertThat(bench.run("upgrade +1").status()).isZero();
        bench.execute("INSERT INTO shop.items VALUES (1)");
        other = bench.connect();
        other.setAutoCommit(false);
        execute("SET application_name = 'nightly report'");
        execute("UPDATE shop.items SET id = 2 /* IDENTIFIED BY PASSWORD '" + SECRET + "' */");
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void isNamedWithItsOwnerInTheEnd() {
        Answer answer = bench.run("upgrade --lock-timeout 500ms --lock-retries 1");
        assertThat(answer.status()).as(answer.err()).isEqualTo(4);
        assertThat(answer.err())
                .contains("error: lock-timeout: shop@2")
                .contains("detail: It waited for process ")
                .contains("(nightly report of " + bench.server().user()
                        + ", idle in transaction, in a transaction for 00:")
                .contains("): UPDATE shop.items SET id = 2 ")
                .contains("attempt 2 of 2")
                .doesNotContain(SECRET, "attempt 3");
        Answer json = bench.run("upgrade --lock-timeout 500ms --lock-retries 0 --output json");
        assertThat(json.json().at("/failed/detail").asString()).contains("nightly report");
        assertThat(bench.applied()).containsExactly("1");
    }

    @Test
    void isWaitedForAgainAndAgain() throws Exception {
        CompletableFuture<Answer> run = bench.runInBackground("upgrade --lock-timeout 300ms --lock-retries 20");
        await("EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'migrations shop@2'"
                + " AND wait_event_type = 'Lock')");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        other.rollback();
        Answer answer = run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(bench.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void holdsUpAnIndexForAsLongAsItTakes() throws Exception {
        bench.write("shop/V2__second.sql", "CREATE INDEX CONCURRENTLY ix_items ON items (id);\n");
        CompletableFuture<Answer> run = bench.runInBackground("upgrade --lock-timeout 200ms --lock-retries 0");
        await("EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%'"
                + " AND wait_event_type = 'Lock')");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
        assertThat(run).isNotDone();
        other.commit();
        Answer answer = run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("shop@2 waits for process ", "nightly report");
        assertThat(bench.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop.ix_items'::regclass"))
                .containsExactly("t");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private void await(String condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!bench.rows("SELECT " + condition).get(0).equals("t")) {
            assertThat(System.nanoTime()).as(condition).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
