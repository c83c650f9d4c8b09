package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.NoSuchSyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailureResolved;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.time.Clock;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Marks a failure as resolved. */
@Transactional
public class ResolveSyncFailure {

    private final SyncFailures failures;
    private final Clock clock;

    public ResolveSyncFailure(SyncFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * Marks a failure as resolved: a retry has succeeded, or its cause is gone.
     *
     * @throws NoSuchSyncFailure when there is none with this key
     * @throws SyncFailureResolved when it is resolved already
     */
    public SyncFailure resolve(UUID id) {
        SyncFailure failure = failures.getLocked(id).resolve(clock.instant());
        failures.change(failure);
        return failure;
    }
}
