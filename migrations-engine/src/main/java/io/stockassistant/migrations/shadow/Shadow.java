package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server on which databases are made to be thrown away. Closing it drops those that are left, whatever happened to
 * them, and gives the server up. For one thread.
 *
 * <p>Every method throws a {@link ProblemException} when the server cannot be reached or refuses us.
 */
public final class Shadow implements AutoCloseable {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String PREFIX = "migrations_shadow_";

    /** What is thrown away need not be on a disk when a transaction ends. */
    private static final Map<String, String> NOT_WAITING_FOR_DISKS = Map.of("options", "-c synchronous_commit=off");

    private final Session session;
    private final EmbeddedServer.@Nullable Lease lease;
    private final String run = HexFormat.of().formatHex(randomBytes());
    private final List<ShadowDatabase> open = new ArrayList<>();
    private int made;
    private @Nullable String user;

    private Shadow(Database administration, EmbeddedServer.@Nullable Lease lease) {
        this.session = new Session(administration);
        this.lease = lease;
    }

    /** On the embedded PostgreSQL, with data that nobody needs again in a folder; starts it if it does not run. */
    public static Shadow embedded(Path folder) {
        EmbeddedServer server = EmbeddedServer.throwAwayAt(folder);
        hideParent(folder);
        EmbeddedServer.Lease lease = server.use();
        EmbeddedServer.Address address = lease.address();
        return new Shadow(
                Database.of(DatabaseSettings.of(
                        address.host(), address.port(), address.database(), address.user(), "the shadow server")),
                lease);
    }

    /**
     * On a given server. The user needs the right to create databases there.
     *
     * @param administration the database from which the others are created and dropped; nothing is changed in it
     */
    public static Shadow on(DatabaseSettings administration) {
        return new Shadow(Database.of(administration), null);
    }

    /** The database from which the others are created: server and user are those of all. */
    public Database administration() {
        return session.database();
    }

    /** A database with nothing in it. */
    public ShadowDatabase create() {
        return make("template0");
    }

    /** A database that is what another one is now. Nobody may be connected to that one meanwhile. */
    public ShadowDatabase cloneOf(ShadowDatabase original) {
        original.endIdleSessions();
        return make(original.name());
    }

    /** Whether nobody else uses the server, so that roles on it are nobody else's. */
    boolean isOurs() {
        return lease != null;
    }

    /** On the database from which the others are created. */
    Session session() {
        return session;
    }

    /** From now on databases are made and entered by this role. */
    void enterAs(String role) {
        user = role;
    }

    /** A major version of PostgreSQL, for example 18: catalogs of different ones do not compare. */
    public int major() {
        return session.execute(
                statement -> statement.getConnection().getMetaData().getDatabaseMajorVersion());
    }

    /** The folder beside it may be that of another server, which hides itself from git only when it is made. */
    private static void hideParent(Path folder) {
        Path parent = folder.toAbsolutePath().getParent();
        try {
            if (parent != null && !Files.isDirectory(parent)) {
                Files.createDirectories(parent);
                Files.writeString(parent.resolve(".gitignore"), "*\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ShadowDatabase make(String template) {
        String name = PREFIX + run + "_" + ++made;
        session.execute(statement -> create(
                statement,
                "CREATE DATABASE " + Identifiers.quote(name) + " TEMPLATE "
                        + Identifiers.quote(template)
                        + (template.equals("template0") ? " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : "")));
        ShadowDatabase database = new ShadowDatabase(this, Database.of(settings(name)));
        open.add(database);
        return database;
    }

    private DatabaseSettings settings(String database) {
        DatabaseSettings server = session.database().settings();
        boolean asOther = user != null;
        return new DatabaseSettings(
                server.host(),
                server.port(),
                database,
                user == null ? server.user() : user,
                asOther ? null : server.password(),
                asOther ? NOT_WAITING_FOR_DISKS : notWaitingForDisks(server.parameters()),
                server.source());
    }

    private static Map<String, String> notWaitingForDisks(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        NOT_WAITING_FOR_DISKS.forEach((name, value) -> all.merge(name, value, (given, own) -> given + " " + own));
        return all;
    }

    void drop(ShadowDatabase database) {
        if (open.remove(database)) {
            database.endIdleSessions();
            Subscriptions.drop(session, database);
            session.execute(statement -> statement.execute(
                    "DROP DATABASE IF EXISTS " + Identifiers.quote(database.name()) + " WITH (FORCE)"));
        }
    }

    private boolean create(Statement statement, String sql) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            DatabaseSettings settings = session.database().settings();
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.PERMISSION_DENIED,
                            "User " + settings.user() + " may not create throw-away databases at " + settings.address()
                                    + ".",
                            "As a superuser there: ALTER ROLE " + Identifiers.quote(settings.user())
                                    + " CREATEDB; or name another user (--user), or another server."),
                    e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        ProblemException failure = null;
        for (ShadowDatabase each : List.copyOf(open)) {
            try {
                drop(each);
            } catch (ProblemException e) {
                failure = e;
            }
        }
        if (lease != null) {
            lease.close();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
