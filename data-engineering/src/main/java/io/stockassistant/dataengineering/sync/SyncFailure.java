package io.stockassistant.dataengineering.sync;

import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock whose data could not be fetched.
 *
 * @param errorMessage what went wrong at the last attempt
 * @param retries how often it was tried again
 * @param maxRetries after how many retries no more are made
 * @param lastAttemptAt when it was last tried
 * @param resolvedAt when a retry succeeded or somebody marked it as resolved; null while it is open
 */
public record SyncFailure(
        UUID id,
        JobType jobType,
        ThirdCode thirdCode,
        @Nullable String errorMessage,
        int retries,
        int maxRetries,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant resolvedAt) {

    private static final int LONGEST_MESSAGE = 500;

    public SyncFailure {
        if (retries < 0 || maxRetries < 0) {
            throw new IllegalArgumentException(
                    "retries are counted from 0, not " + retries + " of at most " + maxRetries);
        }
    }

    /** A first failure; of the message the first 500 characters are kept. */
    public static SyncFailure first(
            UUID id, JobType jobType, ThirdCode thirdCode, String errorMessage, int maxRetries, Instant now) {
        return new SyncFailure(id, jobType, thirdCode, shorten(errorMessage), 0, maxRetries, toMicros(now), null);
    }

    /** Whether another retry is allowed. */
    public boolean canRetry() {
        return resolvedAt == null && retries < maxRetries;
    }

    /**
     * Counts a retry that is about to be made.
     *
     * @throws SyncFailureResolved when nothing is left to retry
     * @throws RetriesExhausted when the maximum has been reached
     */
    public SyncFailure retry(Instant now) {
        requireOpen();
        if (retries >= maxRetries) {
            throw new RetriesExhausted(this);
        }
        return new SyncFailure(id, jobType, thirdCode, errorMessage, retries + 1, maxRetries, toMicros(now), null);
    }

    /**
     * Failed again, for this reason.
     *
     * @throws SyncFailureResolved when it has been resolved meanwhile
     */
    public SyncFailure failedAgain(String message, Instant now) {
        requireOpen();
        return new SyncFailure(id, jobType, thirdCode, shorten(message), retries, maxRetries, toMicros(now), null);
    }

    /**
     * No failure any more.
     *
     * @throws SyncFailureResolved when it was none before
     */
    public SyncFailure resolve(Instant now) {
        requireOpen();
        return new SyncFailure(id, jobType, thirdCode, errorMessage, retries, maxRetries, lastAttemptAt, toMicros(now));
    }

    private void requireOpen() {
        if (resolvedAt != null) {
            throw new SyncFailureResolved(id, resolvedAt);
        }
    }

    // PostgreSQL counts characters, not UTF-16 units, and takes no NUL.
    private static String shorten(String message) {
        String text = message.replace('\0', ' ');
        return text.codePointCount(0, text.length()) <= LONGEST_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE));
    }

    private static Instant toMicros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
