package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.autogenerate.ForeignObjects.ForeignObject;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Why what modules ask for cannot be built, or may not be. */
record ModelRefusals(Modules modules) {

    Problem refused(Failure failure, ShadowDatabase database) {
        String place = ShadowFailure.place(failure);
        String module = failure.step().module();
        if (failure.code() != ProblemCode.FAILED_MIGRATION) {
            return ShadowFailure.problem(failure, database.settings().user(), file -> "Repeat the command.");
        }
        return new Problem(
                ProblemCode.INVALID_MODEL,
                module,
                null,
                place,
                "PostgreSQL refuses what " + module + " asks for, at " + place + ": " + ShadowFailure.message(failure)
                        + ".",
                findUndeclared(module, failure.message())
                        .map(other -> declare(module, other))
                        .orElseGet(() -> ShadowFailure.remedy(
                                failure, "Mend it there; the statement is: " + failure.statement())));
    }

    /**
     * Modules that are built in one database see each other, whether they may or not.
     *
     * @throws ProblemException {@code undeclared-dependency} for each that refers to one on which it does not depend
     */
    void checkReferences(Collection<Module> built, ShadowDatabase database) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        for (Module module : built.size() > 1 ? built : List.<Module>of()) {
            for (ForeignObject each : ForeignObjects.read(module.schema(), database)) {
                listUndeclared(module.name()).stream()
                        .filter(other -> other.schema().equals(each.schema()))
                        .forEach(other -> problems.add(Problem.inModule(
                                ProblemCode.UNDECLARED_DEPENDENCY,
                                module.name(),
                                "What " + module.name() + " asks for refers to " + each.name() + " of "
                                        + other.name() + ", and " + module.name()
                                        + " does not declare that it depends on it.",
                                declare(module.name(), other))));
            }
        }
        ProblemException.throwIfAny(problems);
    }

    private static String declare(String module, Module other) {
        return "Tables of " + other.name() + " are there for modules that declare it: add " + other.name()
                + " to dependsOn() of " + module + " (depends-on in module.properties).";
    }

    /** The module in whose schema something is missed, and on which this one does not depend. */
    private Optional<Module> findUndeclared(String module, String message) {
        return listUndeclared(module).stream()
                .filter(other -> message.contains('"' + other.schema() + '.')
                        || message.contains("schema \"" + other.schema() + '"'))
                .findFirst();
    }

    private List<Module> listUndeclared(String module) {
        return modules.list().stream()
                .filter(other -> !other.name().equals(module))
                .filter(other -> !modules.dependenciesOf(module).contains(other.name()))
                .toList();
    }
}
