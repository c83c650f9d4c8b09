package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;

/** Why nothing is squashed, as a problem. */
final class Refusal {

    private static final int MOST_LINES = 20;

    private Refusal() {}

    static Problem of(String module, String message, String remedy) {
        return Problem.inModule(ProblemCode.SQUASH_REFUSED, module, message, remedy);
    }

    /** With a list of what is in the way, of which the beginning is shown. */
    static Problem of(String module, String message, List<?> lines, String remedy) {
        StringBuilder text = new StringBuilder(message);
        lines.stream().limit(MOST_LINES).forEach(each -> text.append("\n  ").append(each));
        if (lines.size() > MOST_LINES) {
            text.append("\n  and ").append(lines.size() - MOST_LINES).append(" more");
        }
        return of(module, text.toString(), remedy);
    }
}
