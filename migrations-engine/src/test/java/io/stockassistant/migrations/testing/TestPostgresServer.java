package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A server that runs until the JVM ends.
 *
 * @param origin where it comes from, for a person
 */
record TestPostgresServer(String origin, String host, int port, String user, String password) {

    static TestPostgresServer start(int major) {
        return DockerClientFactory.instance().isDockerAvailable() ? inContainer(major) : embedded();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=" + user + "&password=" + password;
    }

    String url(String database) {
        return "postgresql://" + user + ":" + password + "@" + host + ":" + port + "/" + database;
    }

    /** For example {@code 18.6}; a packager may have added words, which are left out. */
    String version() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW server_version")) {
            result.next();
            return result.getString(1).split(" ", 2)[0];
        } catch (SQLException failure) {
            throw new IllegalStateException("the test server does not answer", failure);
        }
    }

    @SuppressWarnings("resource") // the container is removed when the JVM has ended
    private static TestPostgresServer inContainer(int major) {
        PostgreSQLContainer container =
                new PostgreSQLContainer("postgres:" + major).withCommand("postgres", "-c", "fsync=off");
        container.start();
        return new TestPostgresServer(
                "in a container",
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    /** By default it may grow to a gigabyte, and where its folder is in memory that is much. */
    private void limitWriteAheadLog() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET max_wal_size = '128MB'");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException("the test server cannot be configured", failure);
        }
    }

    private static TestPostgresServer embedded() {
        EmbeddedServer.Address address = TestPostgresFolder.startServer();
        TestPostgresServer server =
                new TestPostgresServer("embedded", address.host(), address.port(), address.user(), "unused");
        server.limitWriteAheadLog();
        return server;
    }
}
