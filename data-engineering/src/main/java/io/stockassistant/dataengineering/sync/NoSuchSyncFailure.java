package io.stockassistant.dataengineering.sync;

import java.util.UUID;

/** A failure was asked for that does not exist. */
public final class NoSuchSyncFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchSyncFailure(UUID id) {
        super("there is no failure " + id + " of a synchronisation: record it first, or correct the key");
    }
}
