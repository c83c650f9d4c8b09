package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;

/** Hears what a run is doing while it does it. */
public interface RunObserver {

    /** Another run holds the lock. */
    default void waitingForRun(String holder) {}

    /** The lock is ours, and there is something to do. */
    default void started(Plan plan) {}

    default void stepStarted(Step step) {}

    default void stepDone(Step step, Duration duration) {}

    /** A lock was not granted in time; the step was rolled back and begins again after a pause. */
    default void retrying(Step step, int attempt, int attempts, Duration pause) {}
}
