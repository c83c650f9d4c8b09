package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.backfill.ReplicaLag.Replica;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds the workers of a process while a replica is too far behind. For one thread. */
final class ReplicaWatch {

    /**
     * Those that replay the log as it is; what decodes it for others reports when it likes. A role that may not see more
     * than that there are some gets NULL for all else.
     */
    private static final String REPLICAS = """
            SELECT r.application_name, pg_wal_lsn_diff(r.replay_lsn, '0/0'), extract(epoch FROM r.replay_lag) * 1000,
                r.state IS NULL
            FROM pg_stat_replication r WHERE (r.state IS NULL OR r.replay_lsn IS NOT NULL)
            AND NOT EXISTS (SELECT FROM pg_replication_slots s WHERE s.active_pid = r.pid AND s.slot_type = 'logical')""";

    private static final String END_OF_LOG = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

    private final Duration most;
    private final BackfillObserver observer;
    private final ReplicaLag lag = new ReplicaLag();
    private long ownEnd;
    private long othersEnd;
    private boolean held;
    private boolean hidden;

    /** @param most how far one may be behind; zero never waits */
    ReplicaWatch(Duration most, BackfillObserver observer) {
        this.most = most;
        this.observer = observer;
    }

    /** Looks, and holds the workers or lets them go on. Ends the transaction. */
    void look(Statements statements, BookEntry book, Brake brake) throws SQLException {
        if (most.isZero()) {
            return;
        }
        long now = System.nanoTime(); // first, and the end before what they have replayed: no lag looks shorter
        long end = statements.number(END_OF_LOG);
        if (end != ownEnd) {
            othersEnd = end;
        }
        List<Replica> replicas = list(statements);
        lag.look(now, othersEnd, replicas);
        Optional<Replica> behind = replicas.stream()
                .filter(each -> lag.of(each).compareTo(most) > 0)
                .max(Comparator.comparing(lag::of));
        if (behind.isPresent()) {
            observer.waitingForReplica(behind.get().name(), lag.of(behind.get()));
            touch(statements, book);
        } else if (held) {
            observer.replicasHaveCaughtUp();
        }
        held = behind.isPresent();
        brake.hold(held);
        statements.connection().commit();
    }

    /**
     * A replica says how far it is when it gets something new, and may not for ten seconds otherwise. One that is late on
     * purpose would never be there if it had to have that, too.
     */
    private void touch(Statements statements, BookEntry book) throws SQLException {
        book.touch();
        statements.connection().commit();
        ownEnd = statements.number(END_OF_LOG);
    }

    private List<Replica> list(Statements statements) throws SQLException {
        List<Replica> replicas = new ArrayList<>();
        try (PreparedStatement statement = statements.prepare(REPLICAS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (!row.getBoolean(4)) {
                    replicas.add(
                            new Replica(row.getString(1), row.getLong(2), Duration.ofMillis((long) row.getDouble(3))));
                } else if (!hidden) {
                    hidden = true;
                    observer.replicasAreHidden(statements
                            .findRow("SELECT quote_ident(current_user)")
                            .orElseThrow()
                            .get(0));
                }
            }
        }
        return replicas;
    }
}
