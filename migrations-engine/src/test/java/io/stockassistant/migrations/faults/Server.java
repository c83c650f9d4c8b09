package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where a server is, and who may do everything there. */
record Server(String host, int port, String user, String password) {

    private static final String OBJECT_IN_USE = "55006";
    private static final int LONGEST_SECONDS = 60;

    static Server of(TestDatabase database) {
        return new Server(database.host(), database.port(), database.user(), database.password());
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + database + "?ApplicationName=test", user, password);
    }

    void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", statements), failure);
        }
    }

    /** Ends the connections to a database for which a condition on pg_stat_activity holds, and waits until they are gone. */
    void sendAway(String database, String condition) {
        String query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "' AND "
                + condition;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try (Connection connection = connect(Stage.MAINTENANCE);
                Statement statement = connection.createStatement()) {
            while (statement.executeQuery(query).next()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("somebody stays connected to " + database);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /**
     * Makes a database that is what another one is now. Whoever is connected to that one is sent away, again and again:
     * a command that was refused early leaves a connection behind, which may come to be only now.
     */
    void copy(String original, String copy) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        do {
            sendAway(original, "true");
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("somebody is always connected to " + original);
            }
        } while (!tryToCopy(original, copy));
    }

    private boolean tryToCopy(String original, String copy) {
        String sql = "CREATE DATABASE " + copy + " TEMPLATE " + original;
        try (Connection connection = connect(Stage.MAINTENANCE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException failure) {
            if (OBJECT_IN_USE.equals(failure.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(sql, failure);
        }
    }
}
