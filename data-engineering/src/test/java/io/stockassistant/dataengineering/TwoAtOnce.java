package io.stockassistant.dataengineering;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A second worker beside the test, and proof that it waits. */
public final class TwoAtOnce implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    public <T> Future<T> beside(Callable<T> work) {
        return other.submit(work);
    }

    /** The result of the other one; its own exception when it failed. */
    public static <T> T result(Future<T> work) throws Exception {
        try {
            return work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failure;
        }
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the other worker did not come");
            }
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    /** Comes back when a session of this database waits for a lock. */
    public static void awaitSomebodyWaiting(DataSource dataSource) {
        // A connection of its own: within a transaction the server shows the same picture again and again.
        JdbcClient jdbc = JdbcClient.create(new DelegatingDataSource(dataSource));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long waiting = jdbc.sql("""
                            SELECT count(*) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'""").query(Long.class).single();
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits for a lock");
    }

    @Override
    public void close() {
        other.shutdownNow();
    }
}
