package io.stockassistant.dataengineering.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All failures of synchronisations. */
public interface SyncFailures {

    /** Adds a failure. */
    void add(SyncFailure failure);

    /** The failure with this key. */
    Optional<SyncFailure> find(UUID id);

    /**
     * The failure with this key.
     *
     * @throws NoSuchSyncFailure when there is none
     */
    default SyncFailure get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchSyncFailure(id));
    }

    /**
     * The failure with this key, locked until the transaction of the caller ends: waits for whoever holds it.
     *
     * @throws NoSuchSyncFailure when there is none
     */
    SyncFailure getLocked(UUID id);

    /** Replaces the failure with this key, which the caller has locked. */
    void change(SyncFailure failure);

    /**
     * Open failures of this kind that may be retried, in the order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @param limit how many at most
     */
    List<SyncFailure> listRetryableAfter(JobType jobType, @Nullable UUID after, int limit);
}
