package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish of the user or the operating system that a run should end, which may come at any moment. */
public final class Interruption {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final Set<SqlSession> working = new HashSet<>();
    private boolean begun;

    /**
     * Asks the run to end; a statement that is under way is cancelled on the server. To be repeated until the run has
     * ended: a cancellation that arrives between two statements hits nothing. Safe from any thread.
     */
    public synchronized void request() {
        requested.countDown();
        cancelWork();
    }

    /** Something is being made that has to be taken back, which may need some time. */
    public synchronized void begin() {
        begun = true;
    }

    /** Whether there may be something to take back and to tell: a step has begun, or a server starts. */
    public synchronized boolean hasBegun() {
        return begun;
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Names a session to cancel. */
    synchronized void watch(SqlSession session) {
        working.add(session);
        begun = true;
    }

    /** From here on nothing is cancelled in it: what now runs takes back what was interrupted. */
    synchronized void unwatch(SqlSession session) {
        working.remove(session);
    }

    private void cancelWork() {
        for (SqlSession each : List.copyOf(working)) {
            try {
                each.cancel();
            } catch (SQLException e) {
                // The server cannot be reached any more: then there is nothing to cancel, and the statement's own
                // failure is what the report shows.
                working.remove(each);
            }
        }
    }

    /** Waits, but not longer than until an interruption, which {@link #isRequested()} tells. */
    void sleep(Duration duration) {
        try {
            requested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            requested.countDown();
        }
    }

    /** Waits, and throws what {@link #check()} throws when it is interrupted. */
    void pause(Duration duration) {
        sleep(duration);
        check();
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException {@code interrupted}, when it was requested */
    public void check() {
        if (isRequested()) {
            throw Problem.of(
                            ProblemCode.INTERRUPTED,
                            "Interrupted before anything was changed.",
                            "Repeat the command when you are ready.")
                    .asException();
        }
    }
}
