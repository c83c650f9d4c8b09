package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The lock that keeps two runs from working on one database at once: a session-level advisory lock on a connection of
 * its own, which never has a transaction open. Waiting is polling for the same reason: a session that waits inside a
 * statement would hold up CREATE INDEX CONCURRENTLY of the run that it waits for, for ever.
 */
final class RunLock implements AutoCloseable {

    /** The letters "migratio" as a number. */
    private static final long KEY = 0x6D6967726174696FL;

    private static final long CLASS_ID = KEY >>> 32;
    private static final long OBJECT_ID = KEY & 0xFFFFFFFFL;
    private static final String IS_RUN_LOCK = "l.locktype = 'advisory' AND l.classid = " + CLASS_ID + " AND l.objid = "
            + OBJECT_ID + " AND l.objsubid = 1";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int IDLE_SESSION_TIMEOUT_SINCE = 14;
    private static final String LOST = "the lock of this run is lost";

    private final Connection connection;
    private final long ownKey;

    private RunLock(Connection connection, long ownKey) {
        this.connection = connection;
        this.ownKey = ownKey;
    }

    /**
     * Takes the lock, waiting for another run if there is one. Owns the connection afterwards, also when it fails.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code lock-timeout} if the other run does not end
     *     in time, {@code interrupted} when this run is interrupted meanwhile
     */
    static RunLock acquire(Connection connection, Duration patience, Interruption interruption, RunObserver observer)
            throws SQLException {
        boolean acquired = false;
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= IDLE_SESSION_TIMEOUT_SINCE) {
                statement.execute("SET idle_session_timeout = 0");
            }
            long deadline = System.nanoTime() + patience.toNanos();
            Duration pause = FIRST_PAUSE;
            boolean told = false;
            while (true) {
                if (tryLock(statement)) {
                    long ownKey = takeOwnKey(statement);
                    acquired = true;
                    return new RunLock(connection, ownKey);
                }
                if (!told) {
                    observer.waitingForRun(describeHolder(statement));
                    told = true;
                }
                interruption.check();
                if (System.nanoTime() > deadline) {
                    throw timeout(describeHolder(statement), patience);
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

    private static boolean tryLock(Statement statement) throws SQLException {
        String query = "SELECT pg_try_advisory_lock(" + KEY + ")";
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** A second lock of the same session, with a key that nobody else knows: see {@link #check()}. */
    private static long takeOwnKey(Statement statement) throws SQLException {
        long key = ThreadLocalRandom.current().nextLong();
        statement.execute("SELECT pg_advisory_lock(" + key + ")");
        return key;
    }

    private static String describeHolder(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT a.pid, a.usename, coalesce(host(a.client_addr), 'this host'),"
                        + " date_trunc('second', now() - a.backend_start)"
                        + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE l.granted AND " + IS_RUN_LOCK
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
                                + patience.toSeconds() + " s.",
                        "Wait for it and repeat the command, or end it with SELECT pg_terminate_backend(pid).")
                .asException();
    }

    /**
     * An SQL expression that fails when this lock is held no more, to be evaluated in each step's own transaction: so a
     * step does not begin when the lock is lost, and the check costs no round trip. The lock's session also holds
     * a key of this run alone; as long as it lives, nobody else can get that.
     */
    String check() {
        return "CAST(CASE WHEN pg_try_advisory_xact_lock_shared(" + ownKey + ") THEN '" + LOST
                + "' ELSE '0' END AS integer)";
    }

    /** Whether a failure is that of {@link #check()}. */
    static boolean isLost(StatementFailure failure) {
        return failure.state().equals("22P02")
                && failure.server()
                        .filter(each ->
                                each.getMessage() != null && each.getMessage().contains(LOST))
                        .isPresent();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
