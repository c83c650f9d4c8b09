package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.IllegalSyncTransition;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTaskMoved;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Ends a task whose worker gives up. */
@Transactional
public class FailSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public FailSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Gives a running task up.
     *
     * @param held the task as this worker last saw it
     * @return the task as it is now
     * @throws IllegalSyncTransition when it is not running
     * @throws SyncTaskMoved when somebody else has changed it: the worker stops
     */
    public SyncTask fail(SyncTask held) {
        SyncTask next = held.fail(clock.instant());
        tasks.change(held, next);
        return next;
    }
}
