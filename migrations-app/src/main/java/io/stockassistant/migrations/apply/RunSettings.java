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
 */
public record RunSettings(Duration lockTimeout, int lockRetries, Duration runLockTimeout, Duration statementTimeout) {

    public static final RunSettings DEFAULTS = new RunSettings(Duration.ofSeconds(5), 5, Duration.ofMinutes(30));

    /** Statements may take as long as they like. */
    public RunSettings(Duration lockTimeout, int lockRetries, Duration runLockTimeout) {
        this(lockTimeout, lockRetries, runLockTimeout, Duration.ZERO);
    }
}
