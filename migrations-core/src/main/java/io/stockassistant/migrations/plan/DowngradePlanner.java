package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans the way down: what the target takes back, with its successors and with what names them in a header. */
final class DowngradePlanner {

    private final Migrations migrations;
    private final AppliedMigrations applied;
    private final BaselineFloor floor;
    private final DowngradeTargets targets;
    private final Map<Revision, List<Migration>> namedBy = new HashMap<>();

    DowngradePlanner(Migrations migrations, Histories histories) {
        this.migrations = migrations;
        this.applied = new AppliedMigrations(migrations, histories);
        this.floor = new BaselineFloor(migrations, histories, applied);
        this.targets = new DowngradeTargets(migrations, histories, applied, floor);
        for (Migration each : applied.list()) {
            for (Revision named : migrations.listNeededBy(each)) {
                namedBy.computeIfAbsent(named, key -> new ArrayList<>()).add(each);
            }
        }
    }

    /**
     * The steps, newest first.
     *
     * @throws ProblemException if the target is not below, a step has no way back, or modules that were not named would
     *     be touched without leave: all that stands in the way
     */
    List<Step> plan(Target target, boolean cascade) {
        Taking taking = targets.resolve(target);
        Map<Migration, String> reasons = withDependents(taking.migrations());
        // The order of all, not of those alone: what stays can stand between two that go, and decide their order.
        List<Migration> order = new ArrayList<>(new WrittenOrder(migrations).sort(applied.list()));
        order.retainAll(reasons.keySet());
        Collections.reverse(order);
        List<Problem> problems = new ArrayList<>();
        checkFiles(taking, order, problems);
        if (!cascade) {
            checkCascade(taking, order, problems);
        }
        order.forEach(each -> Irreversible.check(each, problems));
        floor.checkNeeds(order, problems);
        ProblemException.throwIfAny(problems);
        return order.stream()
                .map(each -> Step.run(each, Direction.DOWN, reasons.getOrDefault(each, "")))
                .toList();
    }

    private Map<Migration, String> withDependents(Collection<Migration> roots) {
        Map<Migration, String> reasons = new LinkedHashMap<>();
        roots.forEach(each -> reasons.put(each, "above the target"));
        Deque<Migration> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Migration next = open.remove();
            for (Migration successor :
                    applied.of(next.module()).tailMap(next.version(), false).values()) {
                if (reasons.putIfAbsent(successor, "comes after " + next) != null) {
                    break; // whatever comes after that one is in already
                }
                open.add(successor);
            }
            for (Migration dependent : namedBy.getOrDefault(next.revision(), List.of())) {
                if (reasons.putIfAbsent(dependent, "depends on " + next) == null) {
                    open.add(dependent);
                }
            }
        }
        return reasons;
    }

    /** A row without its file has no way back, and may not be passed over on the way down. */
    private void checkFiles(Taking taking, List<Migration> undone, List<Problem> problems) {
        Map<String, Version> lowest = new HashMap<>();
        undone.forEach(each ->
                lowest.merge(each.module(), each.version(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        for (Revision revision : applied.withoutFile()) {
            Version from = lowest.get(revision.module());
            boolean inTheWay = from != null && from.compareTo(revision.version()) < 0;
            if (inTheWay || taking.asksFor().test(revision)) {
                problems.add(new Problem(
                        ProblemCode.MISSING_FILE,
                        revision.module(),
                        revision.version().toString(),
                        null,
                        revision + " is applied, but its files are gone, and so is its way back.",
                        "Bring the files back from version control."));
            }
        }
    }

    private static void checkCascade(Taking taking, List<Migration> order, List<Problem> problems) {
        List<String> outside = order.stream()
                .filter(each -> !taking.modules().contains(each.module()))
                .map(Migration::toString)
                .toList();
        if (!outside.isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.CASCADE_REQUIRED,
                    "This would also undo, in modules that were not named: " + String.join(", ", outside) + ".",
                    "Repeat the command with --cascade to undo these too."));
        }
    }
}
