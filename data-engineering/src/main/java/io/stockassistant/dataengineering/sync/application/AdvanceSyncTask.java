package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.IllegalSyncTransition;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTaskMoved;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Notes how far a worker has come. */
@Transactional
public class AdvanceSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public AdvanceSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Moves a running task on by what was passed since the last call.
     *
     * @param held the task as this worker last saw it
     * @return the task as it is now
     * @throws IllegalSyncTransition when it is not running
     * @throws SyncTaskMoved when somebody else has changed it: the worker stops
     */
    public SyncTask advance(SyncTask held, int stocks, int records) {
        SyncTask next = held.advance(stocks, records, clock.instant());
        tasks.change(held, next);
        return next;
    }
}
