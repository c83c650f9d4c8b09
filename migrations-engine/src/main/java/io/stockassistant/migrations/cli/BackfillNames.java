package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import java.util.List;

/** The backfills that a command line names: {@code module@version}, of the version its beginning, or a module. */
final class BackfillNames {

    private BackfillNames() {}

    /** Of all modules, each after those of the modules that it builds on. */
    static List<Backfill> all(Workspace workspace) {
        ProblemException.throwIfAny(workspace.planner().fileProblems());
        return workspace.modules().list().stream()
                .flatMap(each -> workspace.migrations().listBackfills(each.name()).stream())
                .toList();
    }

    /** All of them if there is no name. */
    static List<Backfill> of(Workspace workspace, List<String> names) {
        return names.isEmpty()
                ? all(workspace)
                : names.stream().map(each -> get(workspace, each)).toList();
    }

    static Backfill get(Workspace workspace, String name) {
        int at = name.lastIndexOf('@');
        String module = at < 0 ? name : name.substring(0, at);
        String version = at < 0 ? "" : name.substring(at + 1);
        workspace.modules().get(module);
        List<Backfill> found = all(workspace).stream()
                .filter(each -> each.module().equals(module))
                .filter(each -> each.version().toString().startsWith(version))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw Problem.of(
                        found.isEmpty() ? ProblemCode.UNKNOWN_REVISION : ProblemCode.AMBIGUOUS_REVISION,
                        found.isEmpty()
                                ? "There is no backfill '" + name + "'."
                                : "'" + name + "' means " + found.size() + " backfills: "
                                        + String.join(
                                                ", ",
                                                found.stream()
                                                        .map(Backfill::toString)
                                                        .toList()) + ".",
                        "migrations backfill list")
                .asException();
    }
}
