package io.stockassistant.shared.config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Opens a connection each time. It holds the secrets in place of the pool, which writes its configuration into its log
 * and knows only one of them ({@code password}) as a secret.
 */
final class DriverConnections extends AbstractDataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseSettings settings;
    private final Properties properties;

    DriverConnections(DatabaseSettings settings) {
        this.settings = settings;
        this.properties = DriverParameters.toConnect(settings, DriverParameters.patience(settings, PATIENCE));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
        try {
            DriverParameters.endPatience(connection, settings);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Always the user of the settings: the pool would mix connections of several. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("another user than that of " + this);
    }

    /** The pool's limit for a caller; how long the server may take is {@code connect_timeout} of the settings. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public String toString() {
        return settings.url();
    }
}
