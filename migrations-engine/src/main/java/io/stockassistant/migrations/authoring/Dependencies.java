package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.plan.Revisions;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.List;
import java.util.Optional;

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
        List<Migration> named = typed.stream()
                .map(String::strip)
                .filter(each -> findBackfill(migrations, each).isEmpty())
                .map(revisions::get)
                .distinct()
                .toList();
        ProblemException.throwIfAny(named.stream()
                .filter(each -> !each.module().equals(module)
                        && !migrations.modules().dependenciesOf(module).contains(each.module()))
                .map(each -> undeclared(module, each))
                .toList());
        return named;
    }

    /** The backfills that were typed, with their whole versions. */
    static List<Backfill> listBackfills(Migrations migrations, List<String> typed) {
        return typed.stream()
                .flatMap(each -> findBackfill(migrations, each.strip()).stream())
                .distinct()
                .toList();
    }

    private static Optional<Backfill> findBackfill(Migrations migrations, String typed) {
        return Revision.find(typed).flatMap(migrations::findBackfill);
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
