package io.stockassistant.migrations.backfill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;

/**
 * How far replicas are behind, by the positions of the log that they have replayed: the server's own times stand still
 * or are missing when replay is paused, when nothing is written, and until a replica has reported.
 */
final class ReplicaLag {

    private final Deque<Look> looks = new ArrayDeque<>();

    /** Where the log of the primary ended at some time, as {@link System#nanoTime()} has it. */
    private record Look(long nanos, long end) {}

    /**
     * A replica of which the server knows how far it is.
     *
     * @param replayed the position of the log up to which it has replayed
     * @param reported how far it is behind according to the server, or zero
     */
    record Replica(String name, long replayed, Duration reported) {}

    /** Looks, once more. */
    void look(long nanos, long end, Collection<Replica> replicas) {
        looks.addLast(new Look(nanos, end));
        long oldest = replicas.stream().mapToLong(Replica::replayed).min().orElse(end);
        // The newest one that all have reached is the last of which anybody needs to know.
        Iterator<Look> following = looks.iterator();
        following.next();
        int reached = 0;
        while (following.hasNext() && following.next().end() <= oldest) {
            reached++;
        }
        for (int i = 0; i < reached; i++) {
            looks.removeFirst();
        }
    }

    /** How long ago the primary was where the replica is now; at least so long if it was never seen there. */
    Duration of(Replica replica) {
        Look last = looks.getLast();
        Look seen = null;
        for (Look each : looks) {
            if (each.end() > replica.replayed()) {
                break;
            }
            seen = each;
        }
        if (seen != null) {
            return Duration.ofNanos(last.nanos() - seen.nanos());
        }
        Duration known = Duration.ofNanos(last.nanos() - looks.getFirst().nanos());
        return known.compareTo(replica.reported()) > 0 ? known : replica.reported();
    }
}
