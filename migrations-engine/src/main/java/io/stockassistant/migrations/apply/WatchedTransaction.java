package io.stockassistant.migrations.apply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction in which somebody else's code works, and whether it is still the one that was begun for that. */
final class WatchedTransaction {

    private static final String ID = "SELECT pg_current_xact_id()";

    private final SqlSession session;
    private final String id;
    private final String complaint;
    private boolean ended;

    private WatchedTransaction(SqlSession session, String id, String complaint) {
        this.session = session;
        this.id = id;
        this.complaint = complaint;
    }

    /**
     * The one that the session is in.
     *
     * @param complaint the sentence for when it is ended
     */
    static WatchedTransaction of(SqlSession session, String complaint) throws SQLException {
        WatchedTransaction transaction = new WatchedTransaction(session, text(session, ID), complaint);
        session.connection().setAutoCommit(false); // for the code: savepoints and large objects ask for it
        return transaction;
    }

    /** @throws SQLException if it is over */
    void check() throws SQLException {
        ended |= session.isIdle();
        if (ended) {
            throw new SQLException(complaint);
        }
    }

    /**
     * The same when the code has returned; another one may have been begun in its place.
     *
     * @throws SQLException also if it can only be rolled back
     */
    void checkAtEnd(String className) throws SQLException {
        ended |= session.isInTransaction() && !text(session, ID).equals(id);
        check();
        if (!session.isInTransaction()) {
            throw new SQLException(className + " has gone on although a statement of its transaction had failed.");
        }
    }

    /** Whether the code has ended it, for which the session must be in no transaction now. */
    boolean hasEnded() throws SQLException {
        return ended
                || text(session, "SELECT pg_xact_status('" + id + "'::xid8)").equals("committed");
    }

    private static String text(SqlSession session, String query) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
