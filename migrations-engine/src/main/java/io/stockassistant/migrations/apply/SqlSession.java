package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.database.ObservedConnection;
import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.TransactionState;
import org.postgresql.core.Tuple;

/**
 * Sends messages of several statements over one connection, each in one round trip, and tells which statement failed.
 *
 * <p>JDBC has no way to ask for that: its batches and multi-statement executes do not say how far they came. The
 * driver's own query executor does. The connection must be in simple query mode, in which the driver passes the text on
 * as it is and the server cuts it.
 */
final class SqlSession implements AutoCloseable {

    private static final int COPY_PIECE = 1 << 14;

    private static final int FLAGS = QueryExecutor.QUERY_ONESHOT
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_METADATA
            | QueryExecutor.QUERY_NO_RESULTS
            | QueryExecutor.QUERY_EXECUTE_AS_SIMPLE;

    private final Connection connection;
    private final BaseConnection driver;
    private final @Nullable StatementListener listener;
    private @Nullable StepNotices notices;
    private @Nullable WatchedStep watched;

    SqlSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(BaseConnection.class);
        this.listener = ObservedConnection.findListener(connection).orElse(null);
    }

    /** Begins to pass on what the server says about statements of the step's script. */
    StepNotices hear(Step step, RunObserver observer) {
        StepNotices begun = new StepNotices(step, observer);
        notices = begun;
        watched = observer.findWatch()
                .map(watch -> new WatchedStep(this, step, watch))
                .orElse(null);
        return begun;
    }

    /**
     * Sends a message and waits until the server has carried it out.
     *
     * @return the command tag of the last statement, for example {@code COMMIT}
     * @throws StatementFailure with the place in the script
     */
    String send(SqlMessage message) throws StatementFailure {
        WatchedStep watching = watched;
        return watching == null || !message.hasStatements() ? sendUnwatched(message) : watching.send(message);
    }

    /** Carries out a statement of a script under the eyes of who wants to see it. */
    void watching(Statement statement, WatchedStep.Work work) throws StatementFailure {
        WatchedStep watching = watched;
        if (watching == null) {
            work.run();
        } else {
            watching.watch(statement, work);
        }
    }

    /** The same without anybody who looks between the statements. */
    String sendUnwatched(SqlMessage message) throws StatementFailure {
        StatementListener listening = listener;
        if (listening == null) {
            return execute(message);
        }
        boolean inTransaction =
                message.beginsTransaction() || driver.getQueryExecutor().getTransactionState() == TransactionState.OPEN;
        if (!inTransaction || message.size() == 1) {
            return execute(message, listening.sending(message.size() == 1 ? message.sqlAt(0) : message.text(), ""));
        }
        // The server tells that a statement is carried out when the whole message is. Who wants to see them one by one,
        // with their times, gets them sent one by one; in a transaction that makes no other difference.
        String tag = "";
        for (int i = 0; i < message.size(); i++) {
            SqlMessage one = message.alone(i);
            tag = execute(one, listening.sending(one.sqlAt(0), ""));
        }
        return tag;
    }

    private String execute(SqlMessage message, StatementListener.Sent sent) throws StatementFailure {
        try {
            String tag = execute(message);
            sent.done();
            return tag;
        } catch (StatementFailure e) {
            sent.failed(e.sql());
            throw e;
        }
    }

    private String execute(SqlMessage message) throws StatementFailure {
        Progress progress = new Progress(message);
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
        watching(copy, () -> copyInUnwatched(copy, lines));
    }

    private void copyInUnwatched(Statement copy, String lines) throws StatementFailure {
        StatementListener.Sent sent =
                listener == null ? null : listener.sending(copy.sql(), lines.length() + " characters of data");
        try {
            CopyIn stream = new CopyManager(driver).copyIn(copy.sql());
            try {
                write(stream, copy, lines);
            } finally {
                if (stream.isActive()) {
                    stream.cancelCopy();
                }
            }
            if (sent != null) {
                sent.done();
            }
        } catch (SQLException e) {
            if (sent != null) {
                sent.failed(e);
            }
            throw StatementFailure.of(e, new SqlMessage().add(copy), 0);
        }
    }

    /** In pieces, so that what the server says meanwhile does not pile up. */
    private void write(CopyIn stream, Statement copy, String lines) throws SQLException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i += COPY_PIECE) {
            stream.writeToCopy(bytes, i, Math.min(COPY_PIECE, bytes.length - i));
            passOnWarnings(copy);
        }
        stream.endCopy();
        passOnWarnings(copy);
    }

    private void passOnWarnings(Statement statement) {
        SQLWarning warning = driver.getQueryExecutor().getWarnings();
        while (warning != null) {
            passOn(warning, statement);
            warning = warning.getNextWarning();
        }
    }

    private void passOn(SQLWarning warning, Statement statement) {
        StepNotices hearing = notices;
        if (hearing != null) {
            hearing.hear(warning, statement);
        }
    }

    /** Passes on what the server said about a statement that was not sent from here. */
    void passOn(SQLWarning warning, String sql, int line) {
        passOn(warning, new Statement(sql, line, true, null));
    }

    /** Whether it is in a transaction, and one that can go on. */
    boolean isInTransaction() {
        return driver.getQueryExecutor().getTransactionState() == TransactionState.OPEN;
    }

    /** Whether no transaction is open, neither a good nor a failed one. */
    boolean isIdle() {
        return driver.getQueryExecutor().getTransactionState() == TransactionState.IDLE;
    }

    /** Where somebody else's code turned it off; in no transaction, because JDBC commits on the way. */
    void restoreAutoCommit() throws StatementFailure {
        try {
            if (!driver.getAutoCommit()) {
                driver.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
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

    private final class Progress extends ResultHandlerBase {

        private final SqlMessage message;
        private int completed;
        private String lastTag = "";

        Progress(SqlMessage message) {
            this.message = message;
        }

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
            // What it says about statements of ours, nobody typed and nobody needs.
            message.findStatement(completed).ifPresent(statement -> passOn(warning, statement));
        }
    }
}
