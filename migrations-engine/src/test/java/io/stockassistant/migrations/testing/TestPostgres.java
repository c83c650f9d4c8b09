package io.stockassistant.migrations.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL that all tests of a JVM share: in a container where Docker answers, otherwise the embedded one. It is
 * started by the first test that asks for it, and gone when the JVM is.
 */
public final class TestPostgres {

    private static final int MAJOR = Integer.getInteger("tests.postgres.major", 18);

    private final TestPostgresServer server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(TestPostgresServer server) {
        this.server = server;
    }

    /** The server, of the major version that the system property {@code tests.postgres.major} asks for. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** The major version, for tests of what only some versions can do. */
    public int major() {
        return MAJOR;
    }

    /** An empty database that nobody else uses, gone when it is closed. */
    public TestDatabase newDatabase() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE template0");
        return new TestDatabase(this, server, name);
    }

    void drop(TestDatabase database) {
        execute("DROP DATABASE " + database.name() + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static final class Shared {
        static final TestPostgres SERVER = start();

        private static TestPostgres start() {
            TestPostgresServer server = TestPostgresServer.start(MAJOR);
            String version = server.version();
            System.out.println("Tests run on PostgreSQL " + version + ", " + server.origin());
            if (!version.startsWith(MAJOR + ".")) {
                throw new IllegalStateException("tests.postgres.major asks for PostgreSQL " + MAJOR + ", and this is "
                        + version + ": choose it with -Ppostgres-" + MAJOR);
            }
            return new TestPostgres(server);
        }
    }
}
