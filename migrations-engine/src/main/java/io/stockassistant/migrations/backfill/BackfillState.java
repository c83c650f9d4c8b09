package io.stockassistant.migrations.backfill;

import java.util.Locale;

/** Where a backfill stands. */
public enum BackfillState {
    /** Nobody has begun it. */
    PENDING,
    /** There is something left to do, and whoever runs it may do it. */
    RUNNING,
    /** The same, and nobody does it now. The books do not have this: it is seen by whoever looks. */
    INTERRUPTED,
    /** There is something left to do, and nobody may do it now. */
    PAUSED,
    /** Nothing is left to do. */
    COMPLETE,
    /** All is done but what failed. */
    FAILED;

    /** As books, people and JSON have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BackfillState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
