package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Environment;
import io.stockassistant.shared.config.Variables;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a command works on: modules, their files, a database. Each is looked for when it is first asked for. */
final class Workspace implements AutoCloseable {

    private final CommonOptions options;
    private final Surroundings around;
    private final Observation observation;
    private final TargetDatabase target;
    private final WorkspaceModules modules;
    private @Nullable PlaceholderValues placeholders;
    private @Nullable Migrations migrations;
    private @Nullable Planner planner;

    Workspace(CommonOptions options, Console console, Surroundings around, Observation observation) {
        this.options = options;
        this.around = around;
        this.observation = observation;
        this.modules = new WorkspaceModules(options);
        this.target = new TargetDatabase(options, console, around, observation);
    }

    TargetDatabase target() {
        return target;
    }

    /** Beside that database; {@link TargetDatabase#shadow} is in its place. */
    ShadowServers shadows() {
        return new ShadowServers(options, around);
    }

    Modules modules() {
        return migrations().modules();
    }

    /** @throws ProblemException if the modules' descriptors are wrong */
    Migrations migrations() {
        Migrations known = migrations;
        if (known == null) {
            known = Migrations.list(modules.get(), this::placeholders);
            migrations = known;
        }
        return known;
    }

    /** What stands for placeholders in scripts for this database. */
    PlaceholderValues placeholders() {
        PlaceholderValues known = placeholders;
        if (known == null) {
            DatabaseSettings settings = target.settings();
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

    /** The environment. */
    Variables variables() {
        return around.variables().get();
    }

    /** Whether the rules of production hold. */
    boolean isProduction() {
        return Environment.of(around.variables().get()) == Environment.PROD;
    }

    /** What a run on this database works with. */
    RunContext runContext(RunSettings settings, RunObserver observer) {
        return new RunContext(
                target::open,
                migrations(),
                settings,
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

    Histories histories() {
        return target.query(
                connection -> HistoryReader.read(connection, modules().list()));
    }

    @Override
    public void close() {
        try (modules) {
            target.close();
        }
    }
}
