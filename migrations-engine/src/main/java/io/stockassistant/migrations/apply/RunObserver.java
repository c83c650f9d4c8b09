package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * Hears what a run is doing while it does it. Steps that run side by side tell of themselves on threads of their own, but
 * never two at the same time.
 */
public interface RunObserver {

    /** Another run holds the lock. */
    default void waitingForRun(String holder) {}

    /** The lock is ours, and there is something to do. */
    default void started(Plan plan) {}

    default void stepStarted(Step step) {}

    default void stepDone(Step step, Duration duration) {}

    /** The run goes on without a journal. */
    default void journalNotKept(String reason) {}

    /**
     * A job beside the first one found no connection; the others do its work.
     *
     * @param reason what the server said
     */
    default void fewerJobs(String reason) {}

    /**
     * A step that takes long waits for a lock. Called from a thread of its own.
     *
     * @param holder who has the lock, as words
     */
    default void waitingForLock(Step step, String holder) {}

    /** Somebody else was in the way of a step; it was rolled back and begins again after a pause. */
    default void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {}

    /** Who wants to look at the database between the statements of scripts, which are then sent one by one. */
    default Optional<StatementWatch> findWatch() {
        return Optional.empty();
    }

    /** The server said something about a statement of the step's script. A retried step may say it again. */
    default void notice(Step step, ServerNotice notice) {}

    /** The server said more during the step than it makes sense to pass on; comes before the step's end. */
    default void noticesLeftOut(Step step, long count) {}

    /** The code of a migration in Java threw this, or it ended in a way that this tells. */
    default void threw(Step step, Throwable thrown) {}

    /** The run is over; not called when it is refused or the server fails before the first step. */
    default void ended(ApplyReport report) {}
}
