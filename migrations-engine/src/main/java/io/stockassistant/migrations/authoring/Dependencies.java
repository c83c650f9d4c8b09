package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.plan.Revisions;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import java.util.List;

/** What a new migration is said to need. */
final class Dependencies {

    private Dependencies() {}

    /**
     * The migrations that were typed, each once.
     *
     * @param typed {@code MODULE@VERSION}, {@code MODULE@head}, or the beginning of a version that is the only one
     * @throws ProblemException {@code unknown-module}, {@code unknown-revision}, {@code ambiguous-revision}, or
     *     {@code undeclared-dependency} for one in a module that the descriptor does not name
     */
    static List<Migration> resolve(Migrations migrations, String module, List<String> typed) {
        Revisions revisions = new Revisions(migrations);
        List<Migration> named =
                typed.stream().map(String::strip).map(revisions::get).distinct().toList();
        ProblemException.throwIfAny(named.stream()
                .filter(each -> !each.module().equals(module)
                        && !migrations.modules().dependenciesOf(module).contains(each.module()))
                .map(each -> undeclared(module, each))
                .toList());
        return named;
    }

    private static Problem undeclared(String module, Migration named) {
        return Problem.inModule(
                ProblemCode.UNDECLARED_DEPENDENCY,
                module,
                "A migration of " + module + " cannot depend on " + named + ": the module " + module
                        + " does not declare that it depends on " + named.module() + ".",
                "Add " + named.module() + " to dependsOn() of " + module
                        + " (depends-on in module.properties), then repeat the command.");
    }
}
