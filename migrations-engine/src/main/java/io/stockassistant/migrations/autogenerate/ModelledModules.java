package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.model.Models;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The modules that say what their tables are other than by migrations. */
final class ModelledModules {

    private ModelledModules() {}

    /** Whether a module has models, or model SQL. */
    private static boolean isModelled(Module module) {
        return module.models().findSql().isPresent() || !Models.list(module).isEmpty();
    }

    /** Those of all modules, dependencies before dependents. */
    private static List<Module> list(Modules modules) {
        return modules.list().stream().filter(ModelledModules::isModelled).toList();
    }

    /**
     * The named ones; all that are modelled where none is named.
     *
     * @throws ProblemException {@code unknown-module}; {@code no-models} for a named one without, or if nobody has any;
     *     {@code not-comparable} if several modules share the schema of one
     */
    static List<Module> get(Modules modules, Collection<String> names) {
        List<Module> named = names.stream().map(modules::get).distinct().toList();
        List<Problem> problems = new ArrayList<>();
        named.stream().filter(each -> !isModelled(each)).forEach(each -> problems.add(noModels(each)));
        List<Module> found = names.isEmpty() ? list(modules) : named;
        found.forEach(each -> modules.list().stream()
                .filter(other ->
                        !other.name().equals(each.name()) && other.schema().equals(each.schema()))
                .forEach(other -> problems.add(shared(each, other))));
        if (found.isEmpty()) {
            problems.add(Problem.of(ProblemCode.NO_MODELS, "No module has models.", HOW_TO_BEGIN));
        }
        ProblemException.throwIfAny(problems);
        return found;
    }

    private static final String HOW_TO_BEGIN =
            "Write classes with @Entity in a package of modelPackages(), SQL in db/model/SCHEMA.sql, or, for a module in"
                    + " a folder, name a file of SQL with model-sql= in its module.properties.";

    private static Problem noModels(Module module) {
        return Problem.inModule(
                ProblemCode.NO_MODELS, module.name(), "The module " + module.name() + " has no models.", HOW_TO_BEGIN);
    }

    private static Problem shared(Module one, Module other) {
        return Problem.inModule(
                ProblemCode.NOT_COMPARABLE,
                one.name(),
                "The modules " + one.name() + " and " + other.name() + " share the schema " + one.schema()
                        + ": nobody can tell whose table is whose.",
                "Give each a schema of its own.");
    }
}
