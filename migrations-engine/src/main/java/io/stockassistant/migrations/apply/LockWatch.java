package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Learns for whom a step waits, while it waits: afterwards nobody can tell any more. It looks only at steps that take
 * longer than half of the time that a lock may take, over the connection of the run's lock; a fast step costs nothing.
 */
final class LockWatch implements AutoCloseable {

    /** One clock for all steps: to wind one up for each would cost more than a fast step does. */
    private static final Duration TICK = Duration.ofMillis(50);

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration FIRST_WITHOUT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration PERIOD_WITHOUT_TIMEOUT = Duration.ofSeconds(5);

    private final RunLock lock;
    private final SqlSession session;
    private final RunSettings settings;
    private final RunObserver observer;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, LockWatch::newThread);
    private @Nullable ScheduledFuture<?> ticking;
    private long next;
    private Duration period = PERIOD_WITHOUT_TIMEOUT;
    private @Nullable Step step;
    private @Nullable String holder;

    LockWatch(RunLock lock, SqlSession session, RunSettings settings, RunObserver observer) {
        this.lock = lock;
        this.session = session;
        this.settings = settings;
        this.observer = observer;
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "lock watch");
        thread.setDaemon(true);
        return thread;
    }

    /** A step begins, or begins again. */
    synchronized void begin(PreparedStep prepared) {
        Duration half = settings.lockTimeout().dividedBy(2);
        boolean timed = prepared.script().transactional() && !half.isZero();
        Duration first = !timed ? FIRST_WITHOUT_TIMEOUT : half.compareTo(SHORTEST) > 0 ? half : SHORTEST;
        period = timed ? first : PERIOD_WITHOUT_TIMEOUT;
        next = System.nanoTime() + first.toNanos();
        holder = null;
        step = prepared.step();
        if (ticking == null) {
            ticking = clock.scheduleWithFixedDelay(this::look, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The step has ended; returns when nothing is being asked any more. */
    synchronized void end() {
        step = null;
    }

    /** The step waits for a lock of somebody, in words; the observer is told once. */
    synchronized void waitsFor(String words) {
        if (holder == null && step != null) {
            observer.waitingForLock(step, words);
        }
        holder = words;
    }

    private synchronized void look() {
        Step current = step;
        if (current == null || System.nanoTime() - next < 0) {
            return;
        }
        try {
            int process = session.connection().unwrap(PGConnection.class).getBackendPID();
            List<LockHolder> holders = LockHolder.list(lock, process);
            if (!holders.isEmpty()) {
                String words = LockHolder.words(holders);
                waitsFor(words);
            }
        } catch (SQLException e) {
            step = null; // the step itself finds out what is wrong with the server or the lock, and says so
        }
        next = System.nanoTime() + period.toNanos();
    }

    /** Adds to the failure of the step that has just ended who was in its way, where that was the reason. */
    synchronized Failure explain(Failure failure) {
        return failure.code() == ProblemCode.LOCK_TIMEOUT && holder != null
                ? failure.withDetail("It waited for " + holder)
                : failure;
    }

    @Override
    public void close() {
        end();
        clock.shutdownNow();
    }
}
