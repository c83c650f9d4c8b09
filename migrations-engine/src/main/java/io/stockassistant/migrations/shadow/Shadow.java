package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server on which databases are made to be thrown away. Closing it drops those that are left, whatever happened to
 * them, and gives the server up. For one thread.
 *
 * <p>Every method throws a {@link ProblemException} when the server cannot be reached or refuses us.
 */
public final class Shadow implements AutoCloseable {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String DUPLICATE_OBJECT = "42710";
    private static final String DEPENDENT_OBJECTS = "2BP01";
    private static final String PREFIX = "migrations_shadow_";

    private final Database administration;
    private final EmbeddedServer.@Nullable Lease lease;
    private final String run = HexFormat.of().formatHex(randomBytes());
    private final List<ShadowDatabase> open = new ArrayList<>();
    private int made;
    private @Nullable String user;

    private Shadow(Database administration, EmbeddedServer.@Nullable Lease lease) {
        this.administration = administration;
        this.lease = lease;
    }

    /** On the embedded PostgreSQL, with data that nobody needs again in a folder; starts it if it does not run. */
    public static Shadow embedded(Path folder) {
        hideParent(folder);
        EmbeddedServer server = EmbeddedServer.throwAwayAt(folder);
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
        return administration;
    }

    /** A database with nothing in it. */
    public ShadowDatabase create() {
        return make("template0");
    }

    /** A database that is what another one is now. Nobody may be connected to that one meanwhile. */
    public ShadowDatabase cloneOf(ShadowDatabase original) {
        return make(original.name());
    }

    /** The roles of the server that are not its own, by name: what a script creates there stays when databases go. */
    public List<String> listRoles() {
        return execute(statement -> {
            List<String> roles = new ArrayList<>();
            try (var rows =
                    statement.executeQuery("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname")) {
                while (rows.next()) {
                    roles.add(rows.getString(1));
                }
            }
            return List.copyOf(roles);
        });
    }

    /** Removes roles, if the server is ours alone; on a given one somebody else may have created them meanwhile. */
    public void dropRoles(List<String> roles) {
        for (String each : isOurs() ? roles : List.<String>of()) {
            execute(statement ->
                    unless(DEPENDENT_OBJECTS, statement, "DROP ROLE IF EXISTS " + ShadowDatabase.quoted(each)));
        }
    }

    /** Whether nobody else uses the server, so that roles on it are nobody else's. */
    public boolean isOurs() {
        return lease != null;
    }

    /** Creates a role who may do nothing, if the server is ours alone; another run on it may have been faster. */
    public boolean createRole(String name) {
        return isOurs()
                && execute(
                        statement -> unless(DUPLICATE_OBJECT, statement, "CREATE ROLE " + ShadowDatabase.quoted(name)));
    }

    /**
     * From now on databases are made and entered by a role of this name, who may do everything; only where the server is
     * ours alone. What migrations say of the role who runs them is then about the same name as elsewhere.
     */
    public void actAs(String role) {
        if (isOurs() && !role.startsWith("pg_")) {
            createRole(role);
            execute(statement -> statement.execute("ALTER ROLE " + ShadowDatabase.quoted(role) + " SUPERUSER LOGIN"));
            user = role;
        }
    }

    /** True, whether it was carried out or refused for this reason. */
    private static boolean unless(String state, Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!state.equals(e.getSQLState())) {
                throw e;
            }
        }
        return true;
    }

    /** A major version of PostgreSQL, for example 18: catalogs of different ones do not compare. */
    public int major() {
        return execute(statement -> statement.getConnection().getMetaData().getDatabaseMajorVersion());
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
        execute(statement -> create(
                statement,
                "CREATE DATABASE " + ShadowDatabase.quoted(name) + " TEMPLATE "
                        + ShadowDatabase.quoted(template)
                        + (template.equals("template0") ? " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : "")));
        ShadowDatabase database = new ShadowDatabase(this, Database.of(settings(name)));
        open.add(database);
        return database;
    }

    private DatabaseSettings settings(String database) {
        DatabaseSettings settings = administration.settings().withDatabase(database);
        return user == null
                ? settings
                : DatabaseSettings.of(settings.host(), settings.port(), database, user, settings.source());
    }

    void drop(ShadowDatabase database) {
        if (open.remove(database)) {
            dropSubscriptions(database);
            execute(statement -> statement.execute(
                    "DROP DATABASE IF EXISTS " + ShadowDatabase.quoted(database.name()) + " WITH (FORCE)"));
        }
    }

    private boolean create(Statement statement, String sql) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            DatabaseSettings settings = administration.settings();
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.PERMISSION_DENIED,
                            "User " + settings.user() + " may not create throw-away databases at " + settings.address()
                                    + ".",
                            "As a superuser there: ALTER ROLE " + ShadowDatabase.quoted(settings.user())
                                    + " CREATEDB; or name another user (--user), or another server."),
                    e);
        }
    }

    /** The server drops no database that has some. What they are called on the other server is left alone there. */
    private void dropSubscriptions(ShadowDatabase database) {
        List<String> names = execute(statement -> {
            List<String> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT quote_ident(s.subname) FROM pg_subscription s"
                    + " JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = '" + database.name() + "'")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
        if (names.isEmpty()) {
            return;
        }
        execute(Database.of(database.settings()), statement -> {
            for (String name : names) {
                statement.execute("ALTER SUBSCRIPTION " + name + " DISABLE");
                statement.execute("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
                statement.execute("DROP SUBSCRIPTION " + name);
            }
            return names;
        });
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T execute(Work<T> work) {
        return execute(administration, work);
    }

    private static <T> T execute(Database database, Work<T> work) {
        try (Connection connection = database.open("shadow");
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw FailedStatement.findProblem(e, database.settings())
                    .<RuntimeException>map(problem -> new ProblemException(problem, e))
                    .orElseGet(() -> new IllegalStateException(e));
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
