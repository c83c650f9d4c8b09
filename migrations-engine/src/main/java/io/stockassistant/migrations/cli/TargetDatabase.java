package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.database.MissingGrants;
import io.stockassistant.migrations.database.ServerVersion;
import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database that options and environment name. It is looked for when it is first asked for, and the embedded server
 * runs until this is closed.
 */
final class TargetDatabase implements AutoCloseable {

    static final Path EMBEDDED_ROOT = Path.of(".data");

    private final CommonOptions options;
    private final Console console;
    private final Surroundings around;
    private final Observation observation;
    private @Nullable Database database;
    private EmbeddedServer.@Nullable Lease lease;
    private @Nullable EarlyConnection early;
    private boolean warned;

    TargetDatabase(CommonOptions options, Console console, Surroundings around, Observation observation) {
        this.options = options;
        this.console = console;
        this.around = around;
        this.observation = observation;
    }

    /** A piece of work with a database, which may fail as the server likes. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Starts the embedded server if that is the one. */
    private Database database() {
        Database known = database;
        if (known == null) {
            known = findConfigured().orElseGet(() -> Database.of(startEmbedded()));
            database = known;
        }
        return known;
    }

    DatabaseSettings settings() {
        return database().settings();
    }

    /** Also before it is looked for, and the server started. */
    boolean isEmbedded() {
        return lease != null || findConfigured().isEmpty();
    }

    /** The database of the settings, if it is not the embedded one. */
    private Optional<Database> findConfigured() {
        if (database == null
                && DatabaseChoice.of(options.databaseFlags(), around.variables().get())
                        instanceof DatabaseChoice.Configured configured) {
            configured.warnings().forEach(console::warn);
            database = Database.of(configured.settings());
        }
        return Optional.ofNullable(database);
    }

    private DatabaseSettings startEmbedded() {
        around.interruption().begin();
        EmbeddedServer.Lease taken = EmbeddedServer.at(EMBEDDED_ROOT).use();
        lease = taken;
        EmbeddedServer.Address address = taken.address();
        console.note("Embedded PostgreSQL " + address.major() + " in " + EMBEDDED_ROOT + ": " + address.url());
        if (address.notice() != null) {
            console.note(address.notice());
        }
        return DatabaseSettings.of(
                address.host(), address.port(), address.database(), address.user(), "the embedded server");
    }

    /**
     * Begins to connect while files are being read; the next {@link #open} takes the connection. What is wrong with the
     * files is said first all the same, and an embedded server is not started before that.
     */
    void connectEarly() {
        findConfigured().ifPresent(configured -> early = EarlyConnection.begin(configured));
    }

    private Connection connect(String purpose) {
        EarlyConnection begun = early;
        early = null;
        return begun == null ? database().open(purpose) : begun.take();
    }

    /** Opens a connection; a server that is too new is warned of once. */
    Connection open(String purpose) {
        Connection connection = connect(purpose);
        if (!warned) {
            warned = true;
            work(connection, each -> {
                ServerVersion.of(each).findWarning().ifPresent(console::warn);
                return true;
            });
        }
        return work(connection, each -> observation.of(each, settings(), purpose));
    }

    /** Opens a connection, works on it and closes it. */
    <T> T query(Work<T> work) {
        try (Connection connection = open("")) {
            return look(connection, work);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Who may not look is told what it takes to look. */
    private <T> T look(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            Optional<Problem> missing = MissingGrants.find(connection, e, settings());
            if (missing.isPresent()) {
                throw new ProblemException(missing.get(), e);
            }
            throw e;
        }
    }

    private <T> T work(Connection connection, Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** What a failure of the server, rather than of a migration, means to the user. */
    RuntimeException refused(SQLException e) {
        return refused(e, settings());
    }

    static RuntimeException refused(SQLException e, DatabaseSettings settings) {
        return FailedStatement.findProblem(e, settings)
                .<RuntimeException>map(problem -> new ProblemException(problem, e))
                .orElseGet(() -> new IllegalStateException(e));
    }

    /**
     * Throw-away databases in the place of this one. What is asked of this database from now on is answered for that
     * server, placeholders above all. The caller closes it.
     */
    Shadow shadow(ShadowOptions where) {
        Shadow shadow = new ShadowServers(options, around).open(where);
        database = shadow.administration();
        return shadow;
    }

    /** A database at another URL; user and password as for this one, unless the URL has its own. */
    Database other(String url) {
        DatabaseFlags flags = options.databaseFlags();
        String user = url.contains("@") ? null : flags.user();
        DatabaseFlags there = new DatabaseFlags(url, user, flags.passwordFile(), false);
        DatabaseChoice choice = DatabaseChoice.of(there, around.variables().get());
        return Database.of(((DatabaseChoice.Configured) choice).settings());
    }

    @Override
    public void close() {
        if (early != null) {
            early.close();
        }
        if (lease != null) {
            lease.close();
        }
    }
}
