package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;

/** An approved plan says by itself where it ends. */
final class PlanOrTargets {

    private PlanOrTargets() {}

    /** @throws io.stockassistant.migrations.problem.ProblemException if there are targets beside the plan */
    static void check(List<String> targets, String command) {
        if (!targets.isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--plan says where to end, and so does " + String.join(" ", targets) + ".",
                            "migrations " + command + " --plan FILE   or   migrations " + command + " "
                                    + String.join(" ", targets))
                    .asException();
        }
    }
}
