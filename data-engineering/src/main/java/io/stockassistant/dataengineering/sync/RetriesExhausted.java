package io.stockassistant.dataengineering.sync;

/** A failure was to be retried once too often. */
public final class RetriesExhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RetriesExhausted(SyncFailure failure) {
        super("failure " + failure.id() + " of " + failure.jobType() + " for " + failure.thirdCode() + " was retried "
                + failure.retries() + " of at most " + failure.maxRetries()
                + " times: look at its message, and mark it as resolved when the cause is gone");
    }
}
