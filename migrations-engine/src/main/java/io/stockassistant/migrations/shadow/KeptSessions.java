package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.ds.PGPooledConnection;

/**
 * Sessions on a throw-away database that are used again, each for one purpose. A new one knows nothing of the catalog,
 * and reads more of it than a migration costs.
 */
final class KeptSessions implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Database database;
    private final Map<String, Deque<Kept>> idle = new ConcurrentHashMap<>();

    /** A session, and the driver's way to lend it out. */
    private record Kept(Connection session, PGPooledConnection lending) {}

    KeptSessions(Database database) {
        this.database = database;
    }

    /** One in which nothing is set, and which is kept when it is closed. */
    Connection open(String purpose) {
        Deque<Kept> unused = idle.computeIfAbsent(purpose, key -> new ConcurrentLinkedDeque<>());
        try {
            for (Kept each = unused.poll(); each != null; each = unused.poll()) {
                if (each.session.isValid(SECONDS_TO_ANSWER)) {
                    return each.lending.getConnection();
                }
                each.session.close();
            }
            return begin(purpose, unused).lending.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e); // the driver asks no server for any of this
        }
    }

    private Kept begin(String purpose, Deque<Kept> unused) {
        Connection session = database.open(purpose);
        Kept kept = new Kept(session, new PGPooledConnection(session, true));
        kept.lending.addConnectionEventListener(new ConnectionEventListener() {
            @Override
            public void connectionClosed(ConnectionEvent event) {
                givenBack(kept, unused);
            }

            @Override
            public void connectionErrorOccurred(ConnectionEvent event) {
                // It is asked whether it still answers before it is used again.
            }
        });
        return kept;
    }

    private static void givenBack(Kept kept, Deque<Kept> unused) {
        if (isAsNew(kept.session)) {
            unused.add(kept);
        } else {
            end(kept);
        }
    }

    private static boolean isAsNew(Connection session) {
        try {
            if (session.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
                return false;
            }
            session.setAutoCommit(true);
            try (Statement statement = session.createStatement()) {
                statement.execute("DISCARD ALL");
            }
            return true;
        } catch (SQLException e) {
            return false; // one that was lost: who used it has heard of that
        }
    }

    /** Ends all that nobody uses. */
    @Override
    public void close() {
        idle.values().forEach(unused -> {
            for (Kept each = unused.poll(); each != null; each = unused.poll()) {
                end(each);
            }
        });
    }

    private static void end(Kept kept) {
        try {
            kept.session.close();
        } catch (SQLException e) {
            // It was lost already.
        }
    }
}
