package io.stockassistant.dataengineering.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All synchronisation tasks. The methods that lock hold the task until the transaction of the caller ends. */
public interface SyncTasks {

    /**
     * Adds a task.
     *
     * @throws InvalidSyncConfig when its settings are no JSON
     */
    void add(SyncTask task);

    /** The task with this key. */
    Optional<SyncTask> find(UUID id);

    /**
     * The task with this key.
     *
     * @throws NoSuchSyncTask when there is none
     */
    default SyncTask get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchSyncTask(id));
    }

    /**
     * The task with this key, locked: waits for whoever holds it.
     *
     * @throws NoSuchSyncTask when there is none
     */
    SyncTask getLocked(UUID id);

    /** The task of this kind that has been pending longest and that nobody else holds, locked. */
    Optional<SyncTask> findPendingLocked(JobType jobType);

    /**
     * Replaces a task as it was read by what became of it.
     *
     * @throws SyncTaskMoved when it is not as it was read any more
     * @throws NoSuchSyncTask when there is none with its key
     */
    void change(SyncTask from, SyncTask to);

    /**
     * Tasks in the order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @param limit how many at most
     */
    List<SyncTask> listAfter(@Nullable UUID after, int limit);
}
