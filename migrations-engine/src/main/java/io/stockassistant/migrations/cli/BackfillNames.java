package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Revision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The backfills that a command line names: {@code module@version}, of the version its beginning, or a module. */
final class BackfillNames {

    /** What help says of a name where one backfill is asked for. */
    static final String ONE = "Of the version the beginning is enough; a module that has one backfill needs none.";

    /** The same where several may be meant. */
    static final String SEVERAL =
            "Of the version the beginning is enough; a module alone means all of it that are not complete.";

    private BackfillNames() {}

    /** Of all modules, each after those of the modules that it builds on. */
    static List<Backfill> all(Workspace workspace) {
        ProblemException.throwIfAny(workspace.planner().fileProblems());
        return workspace.modules().list().stream()
                .flatMap(each -> workspace.migrations().listBackfills(each.name()).stream())
                .toList();
    }

    /** Each that is meant, once, in the order of {@link #all}; those that are not complete if there is no name. */
    static List<Backfill> list(Workspace workspace, List<String> names) {
        List<Backfill> all = all(workspace);
        if (names.isEmpty()) {
            return all.stream().filter(open(workspace)).toList();
        }
        Set<Backfill> meant = new HashSet<>();
        for (String each : names) {
            List<Backfill> found = listMeant(workspace, each);
            if (found.size() > 1 && each.indexOf('@') < 0) {
                found.stream().filter(open(workspace)).forEach(meant::add);
            } else {
                meant.add(only(workspace, each, found));
            }
        }
        return all.stream().filter(meant::contains).toList();
    }

    static Backfill get(Workspace workspace, String name) {
        return only(workspace, name, listMeant(workspace, name));
    }

    static BackfillScript script(Workspace workspace, Backfill backfill) {
        var module = workspace.modules().get(backfill.module());
        return new BackfillReader(module, workspace.placeholders().of(module)).read(backfill);
    }

    private static Predicate<Backfill> open(Workspace workspace) {
        Set<Revision> complete = workspace.histories().completeBackfills();
        return each -> !complete.contains(each.revision());
    }

    private static List<Backfill> listMeant(Workspace workspace, String name) {
        String module = module(name);
        String version = name.substring(Math.min(name.length(), module.length() + 1));
        workspace.modules().get(module);
        List<Backfill> begin = all(workspace).stream()
                .filter(each -> each.module().equals(module))
                .filter(each -> each.version().toString().startsWith(version))
                .toList();
        List<Backfill> exact = begin.stream()
                .filter(each -> each.version().toString().equals(version))
                .toList();
        return exact.isEmpty() ? begin : exact;
    }

    private static String module(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    private static Backfill only(Workspace workspace, String name, List<Backfill> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        throw Problem.of(
                        found.isEmpty() ? ProblemCode.UNKNOWN_REVISION : ProblemCode.AMBIGUOUS_REVISION,
                        found.isEmpty()
                                ? none(workspace, name)
                                : "'" + name + "' means " + found.size() + " backfills: "
                                        + found.stream().map(Backfill::toString).collect(Collectors.joining(", "))
                                        + ".",
                        "migrations backfill list")
                .asException();
    }

    private static String none(Workspace workspace, String name) {
        if (name.indexOf('@') < 0) {
            return "The module " + name + " has no backfill.";
        }
        boolean migration = workspace.migrations().list(module(name)).stream()
                .anyMatch(each -> each.toString().equals(name));
        return migration ? name + " is a migration, and no backfill." : "There is no backfill '" + name + "'.";
    }
}
