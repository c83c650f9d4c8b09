package io.stockassistant.dataengineering.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that fetches data in batches, as it was at {@code updatedAt}, which grows with every change. Times are kept to the microsecond. A
 * negative offset or count, or a batch without a stock, is refused with an {@link IllegalArgumentException}.
 *
 * @param offset the number of stocks already passed; the next batch starts here
 * @param batchSize the number of stocks in a batch
 * @param processed the number of records processed so far
 * @param startedAt when a worker first took it
 * @param config settings of this task alone, as a JSON text
 */
public record SyncTask(
        UUID id,
        JobType jobType,
        SyncStatus status,
        int offset,
        int batchSize,
        int processed,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable String config) {

    public SyncTask {
        if (offset < 0 || batchSize < 1 || processed < 0) {
            throw new IllegalArgumentException("a synchronisation task needs an offset and a count of at least 0 and "
                    + "batches of at least 1 stock, not offset " + offset + ", count " + processed + ", batches of "
                    + batchSize);
        }
    }

    /** A new task, which waits for a worker. */
    public static SyncTask pending(UUID id, JobType jobType, int batchSize, @Nullable String config, Instant now) {
        return new SyncTask(id, jobType, SyncStatus.PENDING, 0, batchSize, 0, null, toMicros(now), null, config);
    }

    /** Taken by a worker. */
    public SyncTask start(Instant now) {
        Instant first = startedAt == null ? toMicros(now) : startedAt;
        return become(SyncStatus.RUNNING, first, now, null);
    }

    /**
     * A batch further.
     *
     * @param stocks how many stocks were passed
     * @param records how many records that gave
     * @throws IllegalSyncTransition when it is not running
     * @throws IllegalArgumentException when a number is negative
     * @throws ArithmeticException when an offset or a count is beyond 2,147,483,647
     */
    public SyncTask advance(int stocks, int records, Instant now) {
        if (status != SyncStatus.RUNNING) {
            throw new IllegalSyncTransition(id, status, SyncStatus.RUNNING);
        }
        if (stocks < 0 || records < 0) {
            throw new IllegalArgumentException("synchronisation task " + id + " cannot go back by a batch of " + stocks
                    + " stocks and " + records + " records: give what was passed since the last call");
        }
        return new SyncTask(
                id,
                jobType,
                status,
                Math.addExact(offset, stocks),
                batchSize,
                Math.addExact(processed, records),
                startedAt,
                later(now),
                completedAt,
                config);
    }

    /** Stopped on request. */
    public SyncTask pause(Instant now) {
        return become(SyncStatus.PAUSED, startedAt, now, null);
    }

    /** Waiting for a worker again, who goes on from the offset. */
    public SyncTask resume(Instant now) {
        return become(SyncStatus.PENDING, startedAt, now, null);
    }

    /** Given up. */
    public SyncTask fail(Instant now) {
        return become(SyncStatus.FAILED, startedAt, now, null);
    }

    /** Done. */
    public SyncTask complete(Instant now) {
        return become(SyncStatus.COMPLETED, startedAt, now, toMicros(now));
    }

    private SyncTask become(SyncStatus next, @Nullable Instant started, Instant now, @Nullable Instant completed) {
        if (!status.canBecome(next)) {
            throw new IllegalSyncTransition(id, status, next);
        }
        return new SyncTask(id, jobType, next, offset, batchSize, processed, started, later(now), completed, config);
    }

    // A clock that stands still or is set back must not give a task the same time twice: a worker that was replaced
    // would
    // take the task of the next one for its own.
    private Instant later(Instant now) {
        Instant time = toMicros(now);
        return updatedAt == null || time.isAfter(updatedAt) ? time : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    // The database keeps no more; a value that is read again must equal the one that was written.
    private static Instant toMicros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
