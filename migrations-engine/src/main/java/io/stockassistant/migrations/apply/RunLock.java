package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;

/**
 * The lock that keeps two runs from working on one database at once: a session-level advisory lock on a connection of
 * its own, which never has a transaction open. Waiting is polling for the same reason: a session that waits inside a
 * statement would hold up CREATE INDEX CONCURRENTLY of the run that it waits for, for ever.
 *
 * <p>A run that was killed may leave a session behind in which the server still carries out its last step, and commits
 * it. So each step shares a second lock, and a run begins when nobody holds that any more.
 */
final class RunLock implements AutoCloseable {

    static final long KEY = JournalSql.RUN_LOCK;

    static final long STEP_KEY = JournalSql.STEP_LOCK;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int IDLE_SESSION_TIMEOUT_SINCE = 14;
    private static final String LOST = "the lock of this run is lost";

    private final Connection connection;
    private final long ownKey;
    private final boolean waited;

    /** Makes something of a row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private RunLock(Connection connection, long ownKey, boolean waited) {
        this.connection = connection;
        this.ownKey = ownKey;
        this.waited = waited;
    }

    /**
     * Takes the lock, waiting for another run if there is one.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code lock-timeout} if the other run does not end
     *     in time, {@code interrupted} when this run is interrupted meanwhile, {@code pooled-connection} if a connection
     *     pooler stands between us and the server that would tear lock and session apart
     */
    static RunLock acquire(
            ConnectionSource connections, Duration patience, Interruption interruption, RunObserver observer)
            throws SQLException {
        Connection connection = connections.open("lock");
        boolean acquired = false;
        try (Statement statement = connection.createStatement()) {
            begin(statement, connections);
            long ownKey = ThreadLocalRandom.current().nextLong();
            long deadline = System.nanoTime() + patience.toNanos();
            Duration pause = FIRST_PAUSE;
            boolean told = false;
            boolean held = false;
            while (true) {
                held = held || isTrue(statement, "SELECT pg_try_advisory_lock(" + KEY + ")");
                acquired = held && isTrue(statement, takeOwnKey(ownKey));
                if (acquired) {
                    return new RunLock(connection, ownKey, told);
                }
                if (!told) {
                    observer.waitingForRun(describeHolder(statement, held ? STEP_KEY : KEY));
                    told = true;
                }
                interruption.check();
                if (System.nanoTime() > deadline) {
                    throw timeout(describeHolder(statement, held ? STEP_KEY : KEY), patience);
                }
                interruption.pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } finally {
            if (!acquired) {
                connection.close();
            }
        }
    }

    /** Whether another run had to end first. */
    boolean hasWaited() {
        return waited;
    }

    /** Nothing is changed in a session that a pooler may hand to somebody else. */
    private static void begin(Statement statement, ConnectionSource connections) throws SQLException {
        Connection connection = statement.getConnection();
        String setting = connection.getMetaData().getDatabaseMajorVersion() >= IDLE_SESSION_TIMEOUT_SINCE
                ? "set_config('idle_session_timeout', '0', false)"
                : "''";
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        if (!isTrue(
                statement,
                "SELECT pg_backend_pid() = " + pid + ", CASE WHEN pg_backend_pid() = " + pid + " THEN " + setting
                        + " END")) {
            Pooler.refuseUnlessItKeepsSessions(connection, connections);
            statement.execute("SELECT " + setting);
        }
    }

    /**
     * A further lock of the same session, with a key that nobody else knows: see {@link #check()}. The answer is whether
     * no step of an earlier run is under way.
     */
    private static String takeOwnKey(long ownKey) {
        return "SELECT CASE WHEN pg_try_advisory_lock(" + STEP_KEY + ") THEN pg_advisory_unlock(" + STEP_KEY
                + ") ELSE false END, pg_advisory_lock(" + ownKey + ")";
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Who has an advisory lock of this database, in words. */
    static String describeHolder(Statement statement, long key) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT a.pid, a.usename, coalesce(host(a.client_addr), 'this host'),"
                        + " date_trunc('second', now() - a.backend_start)"
                        + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE l.granted AND l.locktype = 'advisory' AND l.classid = " + (key >>> 32)
                        + " AND l.objid = " + (key & 0xFFFFFFFFL) + " AND l.objsubid = 1"
                        + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())")) {
            return row.next()
                    ? "process " + row.getInt(1) + " of " + row.getString(2) + " from " + row.getString(3) + ", for "
                            + row.getString(4)
                    : "a run that is just ending";
        }
    }

    private static RuntimeException timeout(String holder, Duration patience) {
        return Problem.of(
                        ProblemCode.LOCK_TIMEOUT,
                        "Another run is at work in this database (" + holder + ") and did not end within "
                                + (patience.toMillis() % 1000 == 0
                                        ? patience.toSeconds() + " s."
                                        : patience.toMillis() + " ms."),
                        "Wait for it and repeat the command, or end it with SELECT pg_terminate_backend(pid).")
                .asException();
    }

    /**
     * An SQL expression that fails when this lock is held no more, to be evaluated in each step's own transaction: so a
     * step does not begin when the lock is lost, and the check costs no round trip. The lock's session also holds
     * a key of this run alone; as long as it lives, nobody else can get that. Before that it shares the lock of those
     * who are at work, until the transaction ends.
     */
    String check() {
        return check("pg_try_advisory_xact_lock_shared(" + STEP_KEY + ")");
    }

    /** The same outside of a transaction: the lock of those who are at work is shared until the session ends. */
    String checkForSession() {
        return check("pg_try_advisory_lock_shared(" + STEP_KEY + ")");
    }

    private String check(String share) {
        return "CAST(CASE WHEN " + share + " THEN CASE WHEN pg_try_advisory_xact_lock_shared(" + ownKey + ") THEN '"
                + LOST + "' ELSE '0' END ELSE '" + LOST + "' END AS integer)";
    }

    /**
     * Asks over this lock's connection, which has nothing else to do during a step.
     *
     * @throws SQLException if it is lost, or the server refuses
     */
    <T> List<T> list(String query, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /** Whether a failure is that of {@link #check()}. */
    static boolean isLost(StatementFailure failure) {
        return failure.state().equals("22P02")
                && failure.server()
                        .filter(each ->
                                each.getMessage() != null && each.getMessage().contains(LOST))
                        .isPresent();
    }

    /** What that means where nothing is half done. */
    static Problem lost() {
        return Problem.of(
                ProblemCode.LOCK_LOST,
                "The connection that holds the lock of this run is gone; nothing was changed.",
                "Type the same command again.");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
