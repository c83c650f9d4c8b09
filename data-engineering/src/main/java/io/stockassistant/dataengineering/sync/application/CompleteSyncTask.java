package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.IllegalSyncTransition;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTaskMoved;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Ends a task whose worker has passed every stock. */
@Transactional
public class CompleteSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public CompleteSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Completes a running task.
     *
     * @param held the task as this worker last saw it
     * @return the task as it is now
     * @throws IllegalSyncTransition when it is not running
     * @throws SyncTaskMoved when somebody else has changed it: the worker stops
     */
    public SyncTask complete(SyncTask held) {
        SyncTask next = held.complete(clock.instant());
        tasks.change(held, next);
        return next;
    }
}
