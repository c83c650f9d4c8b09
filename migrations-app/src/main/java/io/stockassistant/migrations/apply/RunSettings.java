package io.stockassistant.migrations.apply;

import java.time.Duration;

/**
 * How patient a run is.
 *
 * @param lockTimeout how long a statement in a transaction waits for a lock before its step is rolled back and tried
 *     again; zero waits for ever
 * @param lockRetries how often a step is tried again after that
 * @param runLockTimeout how long to wait for another run to end
 */
public record RunSettings(Duration lockTimeout, int lockRetries, Duration runLockTimeout) {

    public static final RunSettings DEFAULTS = new RunSettings(Duration.ofSeconds(5), 5, Duration.ofMinutes(30));
}
