package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.NoSuchSyncFailure;
import io.stockassistant.dataengineering.sync.RetriesExhausted;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailureResolved;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.time.Clock;
import java.util.UUID;
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
}
