package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.IllegalSyncTransition;
import io.stockassistant.dataengineering.sync.NoSuchSyncTask;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Lets a paused task go on. */
@Transactional
public class ResumeSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public ResumeSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Lets a paused task wait for a worker again, who goes on from its offset.
     *
     * @return the task as it is now
     * @throws NoSuchSyncTask when there is none with this key
     * @throws IllegalSyncTransition when it is not paused
     */
    public SyncTask resume(UUID id) {
        SyncTask task = tasks.getLocked(id);
        SyncTask next = task.resume(clock.instant());
        tasks.change(task, next);
        return next;
    }
}
