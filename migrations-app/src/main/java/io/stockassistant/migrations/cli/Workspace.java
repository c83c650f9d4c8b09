package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
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
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Environment;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a command works on: modules, their files, a database. Each is looked for when it is first asked for. */
final class Workspace implements AutoCloseable {

    static final Path EMBEDDED_ROOT = Path.of(".data");

    private static final Path SHADOW_ROOT = EMBEDDED_ROOT.resolve("shadow");

    private final CommonOptions options;
    private final Console console;
    private final Surroundings around;
    private @Nullable PlaceholderValues placeholders;
    private final Observation observation;
    private @Nullable Migrations migrations;
    private @Nullable Planner planner;
    private @Nullable Database database;
    private EmbeddedServer.@Nullable Lease lease;
    private @Nullable EarlyConnection early;
    private boolean warned;

    Workspace(CommonOptions options, Console console, Surroundings around, Observation observation) {
        this.options = options;
        this.console = console;
        this.around = around;
        this.observation = observation;
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
            known = Migrations.list(Modules.of(options.moduleSource()), this::placeholders);
            migrations = known;
        }
        return known;
    }

    /** What stands for placeholders in scripts for this database. */
    private PlaceholderValues placeholders() {
        PlaceholderValues known = placeholders;
        if (known == null) {
            DatabaseSettings settings = database().settings();
            known = new PlaceholderValues(settings.user(), settings.database(), givenPlaceholders());
            placeholders = known;
        }
        return known;
    }

    /** From now on no database is looked for; scripts are read as if one had an ordinary name. */
    void lookAtFilesOnly() {
        placeholders = new PlaceholderValues("user", "database", givenPlaceholders());
    }

    /** From now on no database is looked for; a script that names it has a placeholder without a value. */
    void writeForUnknownDatabase() {
        placeholders = new PlaceholderValues(null, null, givenPlaceholders());
    }

    private Map<String, String> givenPlaceholders() {
        Variables variables = around.variables().get();
        Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(variables.listByPrefix("FLYWAY_PLACEHOLDERS_"));
        given.putAll(options.placeholders());
        return given;
    }

    /** Whether the rules of production hold. */
    boolean isProduction() {
        return Environment.of(around.variables().get()) == Environment.PROD;
    }

    /**
     * Throw-away databases: on the server of a URL, otherwise on an embedded one of their own. What is asked of this
     * workspace's database from now on is answered for that server, placeholders above all. The caller closes it.
     */
    Shadow shadow(@Nullable String url) {
        Shadow shadow = url == null ? Shadow.embedded(SHADOW_ROOT) : Shadow.on(settings(url));
        database = shadow.administration();
        return shadow;
    }

    private DatabaseSettings settings(String url) {
        DatabaseFlags flags = options.databaseFlags();
        DatabaseFlags there = new DatabaseFlags(url, flags.user(), flags.passwordFile(), false);
        DatabaseChoice choice = DatabaseChoice.of(there, around.variables().get());
        return ((DatabaseChoice.Configured) choice).settings();
    }

    /** What a run on this database works with. */
    RunContext runContext(RunOptions run, RunObserver observer) {
        return new RunContext(
                this::open,
                migrations(),
                run.settings(),
                Origin.of(around.words()),
                observation.with(observer),
                around.interruption());
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
                && DatabaseChoice.of(options.databaseFlags(), around.variables().get())
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
        return work(connection, each -> observation.of(each, database().settings(), purpose));
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
