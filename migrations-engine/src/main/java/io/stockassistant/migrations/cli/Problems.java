package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.SecretMask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Of a problem that something was stopped by: where it is stands there where it is known. */
    static Map<String, Object> json(Problem problem) {
        return Json.object(
                "code", problem.code().word(),
                "module", problem.module(),
                "version", problem.version(),
                "file", problem.file(),
                "message", SecretMask.ofText(problem.message()),
                "remedy", SecretMask.ofText(problem.remedy()));
    }

    /** Of a problem that a check has found: every member is there, null where it is not known. */
    static Map<String, Object> jsonOfFinding(Problem problem) {
        return Json.object(
                "code", problem.code().word(),
                "module", Optional.ofNullable(problem.module()),
                "version", Optional.ofNullable(problem.version()),
                "file", Optional.ofNullable(problem.file()),
                "message", SecretMask.ofText(problem.message()),
                "remedy", SecretMask.ofText(problem.remedy()));
    }
}
