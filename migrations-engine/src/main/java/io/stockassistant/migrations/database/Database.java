package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.DriverParameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/** One PostgreSQL database that connections can be opened to. Opening this value opens none. */
public final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseSettings settings;
    private final Duration patience;

    private Database(DatabaseSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = DriverParameters.patience(settings, patience);
    }

    public static Database of(DatabaseSettings settings) {
        return new Database(settings, PATIENCE);
    }

    /**
     * @param patience how long a server may be silent while a connection is being opened, unless the settings say it;
     *     whole seconds
     */
    static Database of(DatabaseSettings settings, Duration patience) {
        return new Database(settings, patience);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    /**
     * Opens a connection of its own, not from a pool: auto-commit on, the simple query protocol, so that one message
     * may hold several statements.
     *
     * @param purpose what it is for, as it stands behind {@code migrations} in {@code pg_stat_activity}; may be empty
     * @throws ProblemException if there is no server, or it refuses us, or it is older than {@link
     *     ServerVersion#OLDEST}
     */
    public Connection open(String purpose) {
        Properties properties = DriverProperties.of(settings, purpose, patience);
        Connection connection;
        try {
            // DriverManager would first load every driver and service on the class path.
            connection = new Driver().connect(settings.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw new ProblemException(new RefusedConnection(settings, patience).explain(e), e);
        }
        if (connection == null) {
            throw new IllegalStateException("not a URL of this driver: " + settings.jdbcUrl());
        }
        return ready(connection);
    }

    private Connection ready(Connection connection) {
        try {
            DriverParameters.endPatience(connection, settings);
            ServerVersion.of(connection).refuseIfTooOld(settings);
            return connection;
        } catch (SQLException e) {
            throw closing(connection, new ProblemException(new RefusedConnection(settings, patience).explain(e), e));
        } catch (ProblemException e) {
            throw closing(connection, e);
        }
    }

    private static ProblemException closing(Connection connection, ProblemException refusal) {
        try {
            connection.close();
        } catch (SQLException e) {
            refusal.addSuppressed(e);
        }
        return refusal;
    }
}
