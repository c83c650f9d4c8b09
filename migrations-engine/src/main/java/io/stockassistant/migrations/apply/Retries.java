package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Whether what was rolled back is tried again, after a pause: where somebody else was in the way. */
final class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;

    Retries(RunSettings settings, RunObserver observer, Interruption interruption) {
        this.settings = settings;
        this.observer = observer;
        this.interruption = interruption;
    }

    /**
     * Waits if it is worth it.
     *
     * @param step that failed, and was rolled back
     * @param attempt how often it was tried, from 1
     * @return false also when an interruption ended the pause
     */
    boolean isAgain(Step step, StatementFailure failure, int attempt) {
        Optional<Obstruction> obstruction = Obstruction.find(failure);
        if (attempt > settings.lockRetries() || obstruction.isEmpty()) {
            return false;
        }
        // each pause is about twice as long as the one before, and not all that wait for one lock come back at once
        Duration longest = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
        Duration pause =
                longest.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2));
        observer.retrying(step, obstruction.get(), attempt, settings.lockRetries(), pause);
        interruption.sleep(pause);
        return !interruption.isRequested();
    }
}
