package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.Tuple;

/**
 * Sends messages of several statements over one connection, each in one round trip, and tells which statement failed.
 *
 * <p>JDBC has no way to ask for that: its batches and multi-statement executes do not say how far they came. The
 * driver's own query executor does. The connection must be in simple query mode, in which the driver passes the text on
 * as it is and the server cuts it.
 */
final class SqlSession implements AutoCloseable {

    private static final int FLAGS = QueryExecutor.QUERY_ONESHOT
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_METADATA
            | QueryExecutor.QUERY_EXECUTE_AS_SIMPLE;

    private final Connection connection;
    private final BaseConnection driver;

    SqlSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(BaseConnection.class);
    }

    /**
     * Sends a message and waits until the server has carried it out.
     *
     * @return the command tag of the last statement, for example {@code COMMIT}
     * @throws StatementFailure with the place in the script
     */
    String send(SqlMessage message) throws StatementFailure {
        Progress progress = new Progress();
        try {
            Query query = driver.createQuery(message.text(), false, false).query;
            driver.getQueryExecutor().execute(query, null, progress, 0, 0, FLAGS);
            return progress.lastTag;
        } catch (SQLException e) {
            throw StatementFailure.of(e, message, progress.completed);
        }
    }

    /** Sends one statement of ours. */
    String send(String sql) throws StatementFailure {
        return send(new SqlMessage().add(sql));
    }

    /** Sends a COPY … FROM stdin and its lines. */
    void copyIn(Statement copy, String lines) throws StatementFailure {
        try {
            new CopyManager(driver).copyIn(copy.sql(), new StringReader(lines));
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage().add(copy), 0);
        } catch (IOException e) {
            throw StatementFailure.of(new SQLException("the lines of COPY cannot be sent", e), new SqlMessage(), 0);
        }
    }

    /** Asks the server, over a connection of its own, to stop what this session is doing. Safe from any thread. */
    void cancel() throws SQLException {
        driver.cancelQuery();
    }

    /** The name with which the session was opened. */
    String user() {
        return driver.getQueryExecutor().getUser();
    }

    String database() {
        return driver.getQueryExecutor().getDatabase();
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static final class Progress extends ResultHandlerBase {

        private int completed;
        private String lastTag = "";

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            completed++;
            lastTag = status;
        }

        @Override
        public void handleResultRows(Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
            completed++;
            lastTag = "SELECT";
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            // A notice is the server talking to whoever typed the statement; nothing depends on it.
        }
    }
}
