package io.stockassistant.migrations.apply;

import java.time.Duration;

/**
 * How patient a run is.
 *
 * @param lockTimeout how long a statement in a transaction waits for a lock before its step is rolled back and tried
 *     again; zero waits for ever
 * @param lockRetries how often a step is tried again after that
 * @param runLockTimeout how long to wait for another run to end
 * @param statementTimeout how long a statement of a script may take; zero is for ever
 * @param concurrentWait how long a script without a transaction waits for a lock, or for the transactions that a
 *     concurrent build of an index waits for; zero is for ever
 * @param jobs how many steps may run at once, at least 1
 * @param atomic whether all steps of a plan are one transaction, and so run one after the other
 */
public record RunSettings(
        Duration lockTimeout,
        int lockRetries,
        Duration runLockTimeout,
        Duration statementTimeout,
        Duration concurrentWait,
        int jobs,
        boolean atomic) {

    public static final RunSettings DEFAULTS = new RunSettings(Duration.ofSeconds(5), 5, Duration.ofMinutes(30));

    /** One step at a time, and statements may take as long as they like. */
    public RunSettings(Duration lockTimeout, int lockRetries, Duration runLockTimeout) {
        this(lockTimeout, lockRetries, runLockTimeout, Duration.ZERO, Duration.ofMinutes(30));
    }

    /** One step at a time. */
    public RunSettings(
            Duration lockTimeout,
            int lockRetries,
            Duration runLockTimeout,
            Duration statementTimeout,
            Duration concurrentWait) {
        this(lockTimeout, lockRetries, runLockTimeout, statementTimeout, concurrentWait, 1, false);
    }

    /** The same with so many steps at once. */
    public RunSettings withJobs(int number) {
        return new RunSettings(
                lockTimeout, lockRetries, runLockTimeout, statementTimeout, concurrentWait, number, false);
    }

    /** The same with all steps of a plan in one transaction. */
    public RunSettings atomically() {
        return new RunSettings(lockTimeout, lockRetries, runLockTimeout, statementTimeout, concurrentWait, 1, true);
    }

    boolean isConcurrentWaitOver(long deadline) {
        return !concurrentWait.isZero() && System.nanoTime() - deadline > 0;
    }
}
