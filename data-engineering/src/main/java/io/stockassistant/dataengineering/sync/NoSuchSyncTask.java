package io.stockassistant.dataengineering.sync;

import java.util.UUID;

/** A synchronisation task was asked for that does not exist. */
public final class NoSuchSyncTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchSyncTask(UUID id) {
        super("there is no synchronisation task " + id + ": start one, or correct the key");
    }
}
