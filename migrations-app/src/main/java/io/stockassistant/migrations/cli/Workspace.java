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
import org.jspecify.annotations.Nullable;

/** What a command works on: modules, their files, a database. Each is looked for when it is first asked for. */
final class Workspace implements AutoCloseable {

    static final Path EMBEDDED_ROOT = Path.of(".data");

    private final CommonOptions options;
    private final Console console;
    private @Nullable Migrations migrations;
    private @Nullable Database database;
    private EmbeddedServer.@Nullable Lease lease;
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
        return new Planner(migrations());
    }

    /** The database that options and environment name; starts the embedded server if that is the one. */
    Database database() {
        Database known = database;
        if (known == null) {
            known = Database.of(settings());
            database = known;
        }
        return known;
    }

    boolean isEmbedded() {
        return lease != null;
    }

    private DatabaseSettings settings() {
        DatabaseChoice choice = DatabaseChoice.of(options.databaseFlags(), Variables.ofProcess(Path.of("")));
        if (choice instanceof DatabaseChoice.Configured configured) {
            configured.warnings().forEach(console::warn);
            return configured.settings();
        }
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

    /** Opens a connection; a server that is too new is warned of once. */
    Connection open(String purpose) {
        Connection connection = database().open(purpose);
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
        if (lease != null) {
            lease.close();
        }
    }
}
