package io.stockassistant.migrations.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL that all tests of a JVM share: in a container where Docker answers, otherwise the embedded one. It is
 * started by the first test that asks for it, and gone when the JVM is.
 *
 * <p>The system property {@code tests.postgres.url} names another one, {@code postgres://USER:PASSWORD@HOST/DATABASE},
 * whose user may create databases. That one stays; the databases of tests on it are gone when the JVM is, unless it is
 * killed: their names begin with {@code test_}.
 */
public final class TestPostgres {

    private static final int MAJOR = Integer.getInteger("tests.postgres.major", 18);

    private final TestPostgresServer server;
    private final int major;
    /** Other JVMs, and on a given server other machines, create databases at the same time. */
    private final String prefix = "test_" + ProcessHandle.current().pid() + "_"
            + UUID.randomUUID().toString().substring(0, 8) + "_";

    private final AtomicInteger databases = new AtomicInteger();
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    private TestPostgres(TestPostgresServer server, int major) {
        this.server = server;
        this.major = major;
    }

    /**
     * The server, of the major version that the system property {@code tests.postgres.major} asks for, or the one at
     * {@code tests.postgres.url}, whatever its version.
     */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** The major version, for tests of what only some versions can do. */
    public int major() {
        return major;
    }

    /** An empty database that nobody else uses, gone when it is closed. */
    public TestDatabase newDatabase() {
        return create("template0");
    }

    /** A copy of a database to which nobody is connected. */
    TestDatabase copyOf(TestDatabase template) {
        return create(template.name());
    }

    /** Nobody can connect to it any more, and nobody is: a copy waits for no one. */
    void closeToAll(TestDatabase database) {
        execute("ALTER DATABASE " + database.name() + " WITH ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database.name() + "'");
    }

    private TestDatabase create(String template) {
        String name = prefix + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        existing.add(name);
        return new TestDatabase(this, server, name);
    }

    void drop(TestDatabase database) {
        drop(database.name());
    }

    private void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        existing.remove(name);
    }

    /** What a run that was interrupted, or keeps templates, would leave on a server that stays. */
    void dropAll() {
        List<RuntimeException> failures = new ArrayList<>();
        for (String each : existing) {
            try {
                drop(each);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void execute(String sql) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** @throws IllegalStateException if a server of ours has another version than the build asks for */
    static TestPostgres on(TestPostgresServer server) {
        String version = server.version();
        if (!server.isGiven() && !version.startsWith(MAJOR + ".")) {
            throw new IllegalStateException("tests.postgres.major asks for PostgreSQL " + MAJOR + ", and this is "
                    + version + ": choose it with -Ppostgres-" + MAJOR);
        }
        return new TestPostgres(server, Integer.parseInt(version.split("\\D", 2)[0]));
    }

    private static final class Shared {
        static final TestPostgres SERVER = start();

        private static TestPostgres start() {
            TestPostgresServer server = TestPostgresServer.start(MAJOR);
            System.out.println("Tests run on PostgreSQL " + server.version() + ", " + server.origin());
            TestPostgres postgres = on(server);
            if (server.isGiven()) {
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::dropAll));
            }
            return postgres;
        }
    }
}
