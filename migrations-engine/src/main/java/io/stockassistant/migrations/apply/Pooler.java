package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Something between us and the server that shares server processes among its clients, PgBouncer for one. It shows by
 * announcing another process than the one that answers. Where it hands them over from transaction to transaction, a
 * lock of a session protects nobody.
 */
final class Pooler {

    private static final int PROBES = 3;

    private Pooler() {}

    /**
     * Looks whether the connection keeps its server process while another one has a transaction open: a pool for
     * transactions would lend it to that.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code pooled-connection} if it does not
     */
    static void refuseUnlessItKeepsSessions(Connection connection, ConnectionSource connections) throws SQLException {
        int process = process(connection);
        try (Connection other = connections.open("probe")) {
            other.setAutoCommit(false);
            for (int i = 0; i < PROBES; i++) {
                if (process(other) == process || process(connection) != process) {
                    throw refusal();
                }
                other.rollback();
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static RuntimeException refusal() {
        return Problem.of(
                        ProblemCode.POOLED_CONNECTION,
                        "A connection pooler stands between this program and the server and gives each transaction to"
                                + " another server process: the lock of a run would protect nobody there.",
                        "Connect to the server itself (--url with its own host and port), or to the pooler's pool in"
                                + " session mode (PgBouncer: pool_mode = session).")
                .asException();
    }
}
