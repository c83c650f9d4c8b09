package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.util.ServerErrorMessage;

/** Whether what was rolled back is tried again, after a pause: where somebody else was in the way. */
final class Retries {

    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INTERNAL_ERROR = "XX000";
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
        if (attempt > settings.lockRetries() || !isPassing(failure)) {
            return false;
        }
        // each pause is about twice as long as the one before, and not all that wait for one lock come back at once
        Duration longest = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
        Duration pause =
                longest.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2));
        observer.retrying(step, attempt, settings.lockRetries(), pause);
        interruption.sleep(pause);
        return !interruption.isRequested();
    }

    private static boolean isPassing(StatementFailure failure) {
        return failure.state().equals(FailureReport.LOCK_NOT_AVAILABLE)
                || failure.state().equals(DEADLOCK_DETECTED)
                || isRaceInTheCatalog(failure);
    }

    /** What two who create or change one thing at the same time are told: the second finds it there a moment later. */
    private static boolean isRaceInTheCatalog(StatementFailure failure) {
        Optional<ServerErrorMessage> server = failure.server();
        return switch (failure.state()) {
            case UNIQUE_VIOLATION ->
                server.filter(each -> "pg_catalog".equals(each.getSchema())).isPresent();
            case INTERNAL_ERROR ->
                server.filter(each -> String.valueOf(each.getMessage()).startsWith("tuple concurrently "))
                        .isPresent();
            default -> false;
        };
    }
}
