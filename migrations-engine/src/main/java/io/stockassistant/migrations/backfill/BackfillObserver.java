package io.stockassistant.migrations.backfill;

/** Hears how a backfill is going. Called from one thread. */
public interface BackfillObserver {

    /** It goes on, or it ends; several times a second. */
    default void progress(BackfillBook book) {}

    /** Replicas are too far behind, and it waits for them. */
    default void waitingForReplicas(double seconds) {}
}
