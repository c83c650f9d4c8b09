package io.stockassistant.migrations.backfill;

import java.time.Duration;

/** How many rows a batch has, from how long batches take. */
record Pace(Duration target) {

    private static final int LARGEST = 1_000_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final double MOST_AT_ONCE = 2;

    /**
     * The size of the next batch.
     *
     * @param size of batches until now
     * @param rows of the one that took so long
     */
    int next(int size, long rows, Duration duration) {
        if (rows < size / 2) {
            return size; // the end of a table, or the rest of a cut: it says little
        }
        // From its own rows: of two workers who were both too fast, each would double the size otherwise.
        double fitting = rows * ((double) target.toNanos() / Math.max(1, duration.toNanos()));
        double next = Math.min(size * MOST_AT_ONCE, Math.max(size / MOST_AT_ONCE, fitting));
        return (int) Math.max(1, Math.min(LARGEST, Math.round(next)));
    }

    /** Where rows fail so often that a batch came no further. */
    static int asMany(int size, long rows) {
        return (int) Math.max(1, Math.min(size, rows));
    }

    /** After one that waited too long for somebody else, or took too long. */
    static int shrunk(int size) {
        return Math.max(1, size / 2);
    }

    /** Each pause is twice as long as the one before. */
    static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 7));
    }
}
