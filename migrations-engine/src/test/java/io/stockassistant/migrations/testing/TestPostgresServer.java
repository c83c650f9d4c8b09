package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Password;
import io.stockassistant.shared.config.Variables;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A server that runs until the JVM ends, or longer.
 *
 * @param origin where it comes from, for a person
 * @param settings of the database on it from which others are created
 * @param isGiven whether it was there before, and stays
 */
record TestPostgresServer(String origin, DatabaseSettings settings, boolean isGiven) {

    /** The server for tests, where neither a container nor the embedded one is wanted. */
    static final String URL_PROPERTY = "tests.postgres.url";

    static TestPostgresServer start(int major) {
        String url = System.getProperty(URL_PROPERTY, "");
        if (!url.isBlank()) {
            return given(url);
        }
        return DockerClientFactory.instance().isDockerAvailable() ? inContainer(major) : embedded();
    }

    String password() {
        Password password = settings.password();
        return password == null ? "unused" : password.reveal();
    }

    String jdbcUrl(String database) {
        StringBuilder url = new StringBuilder(settings.withDatabase(database).jdbcUrl());
        url.append("?user=").append(encoded(settings.user()));
        url.append("&password=").append(encoded(password()));
        settings.driverParameters()
                .forEach((name, value) ->
                        url.append('&').append(name).append('=').append(encoded(value)));
        return url.toString();
    }

    String url(String database) {
        return "postgresql://" + encoded(settings.user()) + ":" + encoded(password()) + "@" + settings.address() + "/"
                + database;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For example {@code 18.6}; a packager may have added words, which are left out. */
    String version() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW server_version")) {
            result.next();
            return result.getString(1).split(" ", 2)[0];
        } catch (SQLException failure) {
            throw new IllegalStateException("the test server does not answer", failure);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(settings.database()));
    }

    private static TestPostgresServer given(String url) {
        DatabaseChoice choice =
                DatabaseChoice.of(DatabaseFlags.NONE, Variables.of(Map.of("DATABASE_URL", url), Map.of()));
        if (choice instanceof DatabaseChoice.Configured configured) {
            return new TestPostgresServer("which " + URL_PROPERTY + " names", configured.settings(), true);
        }
        throw new IllegalStateException(URL_PROPERTY + " names no server");
    }

    @SuppressWarnings("resource") // the container is removed when the JVM has ended
    private static TestPostgresServer inContainer(int major) {
        PostgreSQLContainer container =
                new PostgreSQLContainer("postgres:" + major).withCommand("postgres", "-c", "fsync=off");
        container.start();
        return new TestPostgresServer(
                "in a container",
                new DatabaseSettings(
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        "postgres",
                        container.getUsername(),
                        Password.of(container.getPassword()),
                        Map.of(),
                        "the container"),
                false);
    }

    /** By default it may grow to a gigabyte, and where its folder is in memory that is much. */
    private void limitWriteAheadLog() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET max_wal_size = '128MB'");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException("the test server cannot be configured", failure);
        }
    }

    private static TestPostgresServer embedded() {
        EmbeddedServer.Address address = TestPostgresFolder.startServer();
        TestPostgresServer server = new TestPostgresServer(
                "embedded",
                DatabaseSettings.of(address.host(), address.port(), "postgres", address.user(), "the embedded server"),
                false);
        server.limitWriteAheadLog();
        return server;
    }
}
