package io.stockassistant.dataengineering.sync.application;

import io.stockassistant.dataengineering.sync.JobType;
import io.stockassistant.dataengineering.sync.SyncFailure;
import io.stockassistant.dataengineering.sync.SyncFailures;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Lists what a worker can try again, page by page. */
@Transactional(readOnly = true)
public class ListRetryableSyncFailures {

    /** The most that a page may have. */
    public static final int LARGEST_PAGE = 1000;

    private final SyncFailures failures;

    public ListRetryableSyncFailures(SyncFailures failures) {
        this.failures = failures;
    }

    /**
     * A page of open failures of this kind whose retries are not used up, in the order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @throws IllegalArgumentException when {@code limit} is not between 1 and {@link #LARGEST_PAGE}
     */
    public List<SyncFailure> listAfter(JobType jobType, @Nullable UUID after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page has 1 to " + LARGEST_PAGE + " failures, and " + limit + " were asked for");
        }
        return failures.listRetryableAfter(jobType, after, limit);
    }
}
