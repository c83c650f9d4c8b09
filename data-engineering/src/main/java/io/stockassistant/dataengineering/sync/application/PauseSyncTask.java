package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.IllegalSyncTransition;
import io.stockassistant.dataengineering.sync.NoSuchSyncTask;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Stops a task for a while, whoever has it. */
@Transactional
public class PauseSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public PauseSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Pauses a running task; its worker learns of it when it next reports.
     *
     * @return the task as it is now
     * @throws NoSuchSyncTask when there is none with this key
     * @throws IllegalSyncTransition when it is not running
     */
    public SyncTask pause(UUID id) {
        SyncTask task = tasks.getLocked(id);
        SyncTask next = task.pause(clock.instant());
        tasks.change(task, next);
        return next;
    }
}
