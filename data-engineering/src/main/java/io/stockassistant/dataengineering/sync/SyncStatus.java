package io.stockassistant.dataengineering.sync;

/** The states of a synchronisation task, and the changes between them that are lawful. */
public enum SyncStatus {
    /** Waits for a worker. */
    PENDING,
    /** A worker has it. */
    RUNNING,
    /** Stopped on request, to go on from its offset later. */
    PAUSED,
    /** Done. */
    COMPLETED,
    /** Given up. */
    FAILED;

    /** Whether a task in this state may go to {@code next}. */
    public boolean canBecome(SyncStatus next) {
        return switch (this) {
            case PENDING -> next == RUNNING;
            case RUNNING -> next == PAUSED || next == COMPLETED || next == FAILED;
            case PAUSED -> next == PENDING;
            case COMPLETED, FAILED -> false;
        };
    }
}
