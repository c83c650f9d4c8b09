package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.database.ServerVersion;
import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command works on: modules, their files, a database. Each is looked for when it is first asked for. */
final class Workspace implements AutoCloseable {

    static final Path EMBEDDED_ROOT = Path.of(".data");

    private final CommonOptions options;
    private final Console console;
    private @Nullable Migrations migrations;
    private @Nullable Planner planner;
    private @Nullable Database database;
    private EmbeddedServer.@Nullable Lease lease;
    private @Nullable EarlyConnection early;
    private boolean warned;

    Workspace(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** A piece of work with a database, which may fail as the server likes. */
    interface DatabaseWork<T> {
        T on(Connection connection) throws SQLException;
    }

    Modules modules() {
        return migrations().modules();
    }

    /** @throws ProblemException if the modules' descriptors are wrong */
    Migrations migrations() {
        Migrations known = migrations;
        if (known == null) {
            known = Migrations.list(Modules.of(options.moduleSource()));
            migrations = known;
        }
        return known;
    }

    Planner planner() {
        Planner known = planner;
        if (known == null) {
            known = new Planner(migrations());
            planner = known;
        }
        return known;
    }

    /** The database that options and environment name; starts the embedded server if that is the one. */
    Database database() {
        Database known = database;
        if (known == null) {
            known = findConfigured().orElseGet(() -> Database.of(startEmbedded()));
            database = known;
        }
        return known;
    }

    boolean isEmbedded() {
        return lease != null;
    }

    /** The database of the settings, if it is not the embedded one. */
    private Optional<Database> findConfigured() {
        if (database == null
                && DatabaseChoice.of(options.databaseFlags(), Variables.ofProcess(Path.of("")))
                        instanceof DatabaseChoice.Configured configured) {
            configured.warnings().forEach(console::warn);
            database = Database.of(configured.settings());
        }
        return Optional.ofNullable(database);
    }

    private DatabaseSettings startEmbedded() {
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
        return connection;
    }

    Histories histories() {
        return query(connection -> HistoryReader.read(connection, modules().list()));
    }

    /** Opens a connection, works on it and closes it. */
    <T> T query(DatabaseWork<T> work) {
        try (Connection connection = open("")) {
            return work.on(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private <T> T work(Connection connection, DatabaseWork<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** What a failure of the server, rather than of a migration, means to the user. */
    RuntimeException refused(SQLException e) {
        return FailedStatement.findProblem(e, database().settings())
                .<RuntimeException>map(problem -> new ProblemException(problem, e))
                .orElseGet(() -> new IllegalStateException(e));
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
