package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.RunContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay.Handling;
import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The modules that a class path has, migrated once in a JVM for each set of names. It is kept for all classes, since a
 * runner may ask for them one by one, each in a run of its own.
 */
final class MigratedTemplate {

    private record Key(ClassLoader loader, Set<String> modules) {}

    private static final Map<Key, TestDatabase> MADE = new ConcurrentHashMap<>();

    private MigratedTemplate() {}

    /** A database to which nobody can connect, for copies; whoever asks while it is being made waits. */
    static TestDatabase get(ClassLoader loader, Set<String> names) {
        return MADE.computeIfAbsent(new Key(loader, Set.copyOf(names)), MigratedTemplate::make);
    }

    private static TestDatabase make(Key key) {
        TestDatabase database = TestPostgres.shared().newDatabase();
        try {
            migrate(database, Modules.of(ModuleSource.classPath(key.loader)), key.modules);
            TestPostgres.shared().closeToAll(database);
            return database;
        } catch (SQLException | RuntimeException failure) {
            database.close();
            throw new IllegalStateException(
                    "The database of the modules " + key.modules + " cannot be made. " + reasons(failure), failure);
        }
    }

    private static void migrate(TestDatabase database, Modules modules, Set<String> names) throws SQLException {
        Migrations migrations = Migrations.list(modules);
        ConnectionSource connections = Database.of(database.settings())::open;
        BackfillsOnTheWay backfills =
                new BackfillsOnTheWay(connections, migrations, Handling.REHEARSE, new Interruption());
        RunContext context = new RunContext(
                        connections,
                        migrations,
                        RunSettings.DEFAULTS,
                        new RunOrigin("tests", "0", "tests", "here"),
                        new RunObserver() {},
                        new Interruption())
                .guardedBy(backfills);
        List<Target> heads = withDependencies(modules, names).stream()
                .map(each -> Target.parse(each + "@head"))
                .toList();
        ApplyReport report =
                new MigrationRun(context).run(histories -> new Planner(migrations).upgrade(histories, heads, false));
        if (report instanceof ApplyReport.Stopped stopped) {
            Failure failure = stopped.failure();
            throw new IllegalStateException(failure.step() + ", line " + failure.line() + ": " + failure.message());
        }
        backfills.settleTheRest(withDependencies(modules, names));
    }

    private static Set<String> withDependencies(Modules modules, Set<String> names) {
        Set<String> all =
                names.isEmpty() ? modules.list().stream().map(Module::name).collect(Collectors.toSet()) : names;
        Set<String> needed = new TreeSet<>();
        for (String name : all) {
            needed.add(modules.get(name).name());
            needed.addAll(modules.dependenciesOf(name));
        }
        return needed;
    }

    private static String reasons(Exception failure) {
        return failure instanceof ProblemException problems
                ? problems.problems().stream()
                        .map(each -> each.message() + " " + each.remedy())
                        .collect(Collectors.joining(" "))
                : String.valueOf(failure.getMessage());
    }
}
