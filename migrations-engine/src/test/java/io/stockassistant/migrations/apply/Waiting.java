package io.stockassistant.migrations.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Waits for what another session does, and fails when it never does. */
final class Waiting {

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private Waiting() {}

    /** @param condition an SQL expression */
    static void until(Scene scene, String condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try (Connection connection = scene.connect()) {
            while (!Sql.rows(connection, "SELECT " + condition).equals(List.of("t"))) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("never came true: " + condition + "; sessions: "
                            + Sql.rows(
                                    connection,
                                    "SELECT application_name, state, query FROM pg_stat_activity"
                                            + " WHERE datname = current_database()"));
                }
                Thread.sleep(10);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A condition: a session is carrying out a statement that holds these words. */
    static String statementUnderWay(String words) {
        return "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND pid <> pg_backend_pid() AND query LIKE '%" + words + "%')";
    }

    /** A condition: some session waits for a lock. */
    static String lockWaitedFor() {
        return "EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                + " WHERE NOT l.granted AND a.datname = current_database())";
    }

    /** A condition: no session of a run is left. */
    static String noRunLeft() {
        return "NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name LIKE 'migrations%')";
    }
}
