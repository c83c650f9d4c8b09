package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.List;

/** Why nothing is squashed, as a problem. */
final class Refusal {

    private static final int MOST_LINES = 20;

    private Refusal() {}

    static Problem of(String module, String message, String remedy) {
        return Problem.inModule(ProblemCode.SQUASH_REFUSED, module, message, remedy);
    }

    /** Of what is raised when a baseline is run for the first time; anything else stays what it is. */
    static ProblemException ofBaseline(List<Cut> cuts, ProblemException raised) {
        Problem problem = raised.problems().get(0);
        String file = problem.file();
        return file == null
                ? raised
                : cuts.stream()
                        .filter(each -> file.startsWith(each.fileName()))
                        .findFirst()
                        .map(cut -> new ProblemException(
                                of(
                                        cut.module().name(),
                                        "The baseline of " + cut.module().name() + " does not run: "
                                                + problem.message(),
                                        "Cut before the migration that makes what is named (--to)."),
                                raised))
                        .orElse(raised);
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
