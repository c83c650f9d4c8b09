package io.stockassistant.migrations.backfill;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast a backfill may be.
 *
 * @param batchTime how long a batch is to take; the number of its rows follows
 * @param pause of each worker between two batches
 * @param maxRate rows a second of all workers of the process together; 0 for as many as there are
 * @param maxLag of replicas, beyond which it waits for them; zero never waits
 * @param lockTimeout how long a batch waits for somebody's lock before it lets others go first
 * @param statementTimeout how long a batch may take before it is given up and made smaller
 * @param workers how many work at once, if not as many as the file or the books say
 */
public record BackfillSettings(
        Duration batchTime,
        Duration pause,
        long maxRate,
        Duration maxLag,
        Duration lockTimeout,
        Duration statementTimeout,
        @Nullable Integer workers) {

    /** A server looks for a deadlock when somebody has waited a second: whoever is in one with a batch goes on. */
    private static final Duration LESS_THAN_A_DEADLOCK_NEEDS = Duration.ofMillis(400);

    public static final BackfillSettings DEFAULTS = new BackfillSettings(
            Duration.ofMillis(500),
            Duration.ZERO,
            0,
            Duration.ofSeconds(10),
            LESS_THAN_A_DEADLOCK_NEEDS,
            Duration.ofSeconds(30),
            null);
}
