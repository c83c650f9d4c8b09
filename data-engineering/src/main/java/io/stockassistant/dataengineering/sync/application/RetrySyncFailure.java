package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.NoSuchSyncFailure;
import io.stockassistant.dataengineering.sync.RetriesExhausted;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailureResolved;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Lets a worker try a failed stock again, as often as its maximum says. */
@Transactional
public class RetrySyncFailure {

    private final SyncFailures failures;
    private final Clock clock;

    public RetrySyncFailure(SyncFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * Counts a retry, before it is made: one that crashes is counted too.
     *
     * @throws NoSuchSyncFailure when there is none with this key
     * @throws SyncFailureResolved when nothing is left to retry
     * @throws RetriesExhausted when the maximum has been reached
     */
    public SyncFailure retry(UUID id) {
        SyncFailure failure = failures.getLocked(id).retry(clock.instant());
        failures.change(failure);
        return failure;
    }

    /**
     * Open failures of this kind whose retries are not used up, in the order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @param limit how many at most
     */
    public List<SyncFailure> listRetryableAfter(JobType jobType, @Nullable UUID after, int limit) {
        return failures.listRetryableAfter(jobType, after, limit);
    }
}
