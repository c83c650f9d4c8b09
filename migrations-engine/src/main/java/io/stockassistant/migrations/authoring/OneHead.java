package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a module is in a state in which something can follow its newest migration. */
final class OneHead {

    private OneHead() {}

    /**
     * Refuses a module with problems in its files or in those of the modules that it builds on, and one whose HEAD file
     * disagrees: a merge was left half done, and what is the newest is not decided.
     *
     * @throws ProblemException with everything that was found
     */
    static void check(Migrations migrations, String module) {
        Set<String> concerned = new HashSet<>(migrations.modules().dependenciesOf(module));
        concerned.add(module);
        List<Problem> problems = new ArrayList<>(new Planner(migrations)
                .fileProblems().stream()
                        .filter(each -> each.module() == null || concerned.contains(each.module()))
                        .toList());
        problems.addAll(HeadFile.problems(
                migrations.modules().get(module), migrations.findHead(module).map(Migration::version)));
        ProblemException.throwIfAny(problems);
    }
}
