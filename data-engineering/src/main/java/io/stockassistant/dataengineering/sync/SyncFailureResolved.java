package io.stockassistant.dataengineering.sync;

import java.time.Instant;
import java.util.UUID;

/** A failure was to be worked on that is none any more. */
public final class SyncFailureResolved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SyncFailureResolved(UUID id, Instant resolvedAt) {
        super("failure " + id + " was resolved at " + resolvedAt + ": record a new one when the stock fails again");
    }
}
