package io.stockassistant.migrations.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that replays what another one does, as a process of its own that ends when this is closed. */
record Replica(Process process, Server primary, Server server) implements AutoCloseable {

    private static final int LONGEST_SECONDS = 30;
    private static final String DATABASE = "postgres";

    /** Waits until it has what the primary has. */
    void await() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!isStreaming()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no replica follows " + primary);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean isStreaming() throws SQLException {
        try (Connection connection = primary.connect(DATABASE);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_stat_replication"
                        + " WHERE state = 'streaming' AND replay_lsn >= pg_current_wal_lsn())")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** What it receives it keeps, and does not replay. */
    void pause() {
        server.execute(DATABASE, "SELECT pg_wal_replay_pause()");
    }

    void resume() {
        server.execute(DATABASE, "SELECT pg_wal_replay_resume()");
    }

    /** It replays each transaction so long after it was committed. */
    void lagBehind(String interval) {
        server.execute(
                DATABASE, "ALTER SYSTEM SET recovery_min_apply_delay = '" + interval + "'", "SELECT pg_reload_conf()");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
