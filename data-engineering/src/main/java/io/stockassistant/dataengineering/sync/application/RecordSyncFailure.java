package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.NoSuchSyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailureResolved;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a worker could not fetch. */
@Transactional
public class RecordSyncFailure {

    private final SyncFailures failures;
    private final Clock clock;

    public RecordSyncFailure(SyncFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * Records a first failure; of the message the first 500 characters are kept.
     *
     * @param maxRetries after how many retries no more are made, at least 0
     */
    public SyncFailure record(JobType jobType, ThirdCode thirdCode, String message, int maxRetries) {
        SyncFailure failure =
                SyncFailure.first(UUID.randomUUID(), jobType, thirdCode, message, maxRetries, clock.instant());
        failures.add(failure);
        return failure;
    }

    /**
     * Records that a retry has failed too.
     *
     * @throws NoSuchSyncFailure when there is none with this key
     * @throws SyncFailureResolved when it has been resolved meanwhile
     */
    public SyncFailure recordAgain(UUID id, String message) {
        SyncFailure failure = failures.getLocked(id).failedAgain(message, clock.instant());
        failures.change(failure);
        return failure;
    }
}
