package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems as JSON. */
final class Problems {

    private Problems() {}

    /** The answer of a command that has no result; the first problem is the error, all of them follow it. */
    static Map<String, Object> jsonOfError(List<Problem> problems) {
        return Json.object(
                "error",
                json(problems.get(0)),
                "problems",
                problems.size() > 1 ? problems.stream().map(Problems::json).toList() : null);
    }

    static Map<String, Object> json(Problem problem) {
        return Json.object(
                "code", problem.code().word(),
                "module", problem.module(),
                "version", problem.version(),
                "file", problem.file(),
                "message", problem.message(),
                "remedy", blankToNull(problem.remedy()));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
