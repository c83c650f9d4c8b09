package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.model.Models;
import io.stockassistant.migrations.model.PersistenceModel;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.ReplayedDatabases;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A throw-away database with what modules ask for, in the place of what their migrations build.
 *
 * @param formerNames what the models of each module say about names of before
 * @param remarks what could not be taken into account, for people
 */
public record ModelDatabase(ShadowDatabase database, Map<String, List<FormerName>> formerNames, List<String> remarks) {

    /** Where the histories of what models ask for are, which nobody asks about. */
    public static final String HISTORY_SCHEMA = "migrations_models";

    private static final String ROWS_IN_THE_WAY = "23";

    /** Builds such databases. */
    public record Builder(ReplayedDatabases databases, Migrations migrations, ModelDdl ddl) {

        /**
         * One database for all modules: what those with models ask for, beside what the migrations of the others build.
         *
         * @throws ProblemException {@code not-comparable} if one of the others depends on one with models; as {@link
         *     #build(Collection, Collection)}
         */
        public ModelDatabase buildAll() throws SQLException {
            List<Module> modelled = ModelledModules.get(migrations.modules(), List.of());
            List<Module> others = migrations.modules().list().stream()
                    .filter(each -> !modelled.contains(each))
                    .toList();
            Set<String> names = modelled.stream().map(Module::name).collect(Collectors.toSet());
            ProblemException.throwIfAny(others.stream()
                    .filter(each -> migrations.modules().dependenciesOf(each.name()).stream()
                            .anyMatch(names::contains))
                    .map(each -> Problem.inModule(
                            ProblemCode.NOT_COMPARABLE,
                            each.name(),
                            "The module " + each.name() + " has no models and builds on one that has: its migrations"
                                    + " need those of the other.",
                            "Compare one module with its migrations: migrations check MODULE"))
                    .toList());
            return build(modelled, others);
        }

        /**
         * One database for some.
         *
         * @param modelled the modules that are built from what they ask for
         * @param migrated those that are built from their migrations, before them
         * @throws ProblemException {@code invalid-model}, with everything that cannot be read or that the server refuses
         */
        ModelDatabase build(Collection<Module> modelled, Collection<Module> migrated) throws SQLException {
            Map<Module, ModelSql> asked = read(modelled);
            Set<String> names = modelled.stream().map(Module::name).collect(Collectors.toSet());
            ShadowDatabase database = databases.create();
            migrate(database, migrated);
            Set<String> known = new TreeSet<>(Set.of(HISTORY_SCHEMA, Module.RESERVED_SCHEMA));
            migrations.modules().list().forEach(each -> {
                known.add(each.schema());
                known.add(each.history().schema());
            });
            Set<String> elsewhere = ObjectsElsewhere.list(database, known);
            Migrations desired = Migrations.list(
                    Modules.of(asked.entrySet().stream()
                            .map(each -> DesiredFiles.of(
                                    each.getKey(), each.getValue().script(), names))
                            .toList()),
                    migrations::placeholders);
            ProblemException.throwIfAny(desired.nameProblems());
            List<String> remarks = new ArrayList<>();
            for (Step step : new Planner(desired)
                    .upgrade(Histories.empty(), List.of(), false)
                    .steps()) {
                run(database, desired, step, remarks);
            }
            new ModelRefusals(migrations.modules()).checkReferences(modelled, database);
            ObjectsElsewhere.list(database, known).stream()
                    .filter(each -> !elsewhere.contains(each))
                    .forEach(each -> remarks.add("The models of " + String.join(" and ", names) + " make " + each
                            + ", in the schema of no module: it is not compared, and no migration makes it."));
            Map<String, List<FormerName>> formerNames = new LinkedHashMap<>();
            asked.forEach((module, sql) -> formerNames.put(module.name(), sql.renames()));
            return new ModelDatabase(database, formerNames, remarks);
        }

        private Map<Module, ModelSql> read(Collection<Module> modules) {
            int major = databases.shadow().major();
            Map<Module, ModelSql> asked = new LinkedHashMap<>();
            List<Problem> problems = new ArrayList<>();
            for (Module module : modules) {
                List<Class<?>> classes = Models.list(module).stream()
                        .<Class<?>>map(PersistenceModel::type)
                        .toList();
                try {
                    asked.put(module, ddl.read(new ModuleModels(module.name(), module.schema(), classes, major)));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            }
            ProblemException.throwIfAny(problems);
            return asked;
        }

        private void migrate(ShadowDatabase database, Collection<Module> modules) throws SQLException {
            if (modules.isEmpty()) {
                return;
            }
            databases.upgrade(
                    database,
                    migrations,
                    modules.stream().map(each -> Target.parse(each.name())).toList());
        }

        /** A repeatable that needs rows of versioned migrations has nothing to say about tables, as a rule. */
        private void run(ShadowDatabase database, Migrations desired, Step step, List<String> remarks)
                throws SQLException {
            Plan plan = new Plan(step.direction(), List.of(step), Map.of(), List.of());
            if (databases.run(database, desired, plan) instanceof ApplyReport.Stopped stopped) {
                Failure failure = stopped.failure();
                boolean repeatable = step.findVersion().isEmpty();
                if (!repeatable || !String.valueOf(failure.sqlState()).startsWith(ROWS_IN_THE_WAY)) {
                    throw new ModelRefusals(migrations.modules())
                            .refused(failure, database)
                            .asException();
                }
                remarks.add(ShadowFailure.place(failure) + " needs rows that are not there beside the models ("
                        + ShadowFailure.message(failure) + "): what it makes is not compared.");
            }
        }
    }
}
