package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.SyncTask;
import io.stockassistant.dataengineering.sync.SyncTasks;
import java.time.Clock;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Gives a pending task to one worker, and to no other. */
@Transactional
public class ClaimSyncTask {

    private final SyncTasks tasks;
    private final Clock clock;

    public ClaimSyncTask(SyncTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The task of this kind that has been pending longest, running from now on; empty when nothing is pending. */
    public Optional<SyncTask> claim(JobType jobType) {
        Optional<SyncTask> pending = tasks.findPendingLocked(jobType);
        Optional<SyncTask> running = pending.map(task -> task.start(clock.instant()));
        running.ifPresent(task -> tasks.change(pending.orElseThrow(), task));
        return running;
    }
}
