package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Starts a synchronisation: puts a task where a worker finds it. */
@Transactional
public class StartSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public StartSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Adds a task that waits for a worker.
     *
     * @param batchSize the number of stocks in a batch, at least 1
     * @param config settings of this task alone, as a JSON text
     * @throws io.stockassistant.dataengineering.sync.InvalidSyncConfig when they are no JSON
     */
    public SyncTask start(JobType jobType, int batchSize, @Nullable String config) {
        SyncTask task = SyncTask.pending(UUID.randomUUID(), jobType, batchSize, config, clock.instant());
        tasks.add(task);
        return task;
    }
}
