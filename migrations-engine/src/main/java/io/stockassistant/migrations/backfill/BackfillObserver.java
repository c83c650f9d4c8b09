package io.stockassistant.migrations.backfill;

import java.time.Duration;

/** Hears how a backfill is going. Called from one thread. */
public interface BackfillObserver {

    /** It goes on, or it ends; several times a second. */
    default void progress(BackfillBook book) {}

    /** A replica is too far behind, and it waits for it; several times a second. */
    default void waitingForReplica(String name, Duration behind) {}

    /** It waits for replicas no longer. */
    default void replicasHaveCaughtUp() {}

    /** There are replicas, and its role may not see how far they are: it waits for none of them. Once. */
    default void replicasAreHidden(String role) {}
}
