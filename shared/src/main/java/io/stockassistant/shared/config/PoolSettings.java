package io.stockassistant.shared.config;

import java.time.Duration;

/**
 * How an application's pool of connections behaves. A time that is off is {@link Duration#ZERO}.
 *
 * @param size how many connections it keeps open; all of them, also when nobody needs one
 * @param timeout how long somebody waits for a free connection
 * @param validationTimeout how long a connection may take to show that it still lives
 * @param keepAlive after how long a connection that nobody uses is tried, so that no firewall forgets it
 * @param maxLifetime after how long a connection is replaced by a new one
 * @param leakDetection after how long a connection that somebody keeps is reported in the log
 */
public record PoolSettings(
        int size,
        Duration timeout,
        Duration validationTimeout,
        Duration keepAlive,
        Duration maxLifetime,
        Duration leakDetection) {

    /** Those of an application that says nothing. */
    public static final PoolSettings DEFAULTS = new PoolSettings(
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ZERO);

    /**
     * Those that {@code DATABASE_POOL_SIZE}, {@code …_TIMEOUT}, {@code …_VALIDATION_TIMEOUT}, {@code …_KEEP_ALIVE},
     * {@code …_MAX_LIFETIME} and {@code …_LEAK_DETECTION} say, and the defaults for the rest. Times are written as
     * {@code 500ms}, {@code 30s}, {@code 10min} or {@code 1h}; a number alone is seconds. {@code 0} switches
     * {@code …_KEEP_ALIVE}, {@code …_MAX_LIFETIME} and {@code …_LEAK_DETECTION} off; somebody who waits, waits at least
     * {@code 250ms}.
     *
     * @throws ConfigurationException if one makes no sense, contradicts another, or is no setting of the pool
     */
    public static PoolSettings of(Variables variables) {
        return PoolVariables.read(variables);
    }
}
