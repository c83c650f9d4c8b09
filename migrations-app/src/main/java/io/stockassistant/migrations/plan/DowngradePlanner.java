package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Target.Scope;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Plans the way down: what the target takes back, with its successors and with what names them in a header. */
final class DowngradePlanner {

    private final Migrations migrations;
    private final Map<String, NavigableMap<Version, Migration>> applied = new LinkedHashMap<>();
    private final Map<Revision, List<Migration>> namedBy = new HashMap<>();
    private final Set<Revision> withoutFile = new HashSet<>();

    DowngradePlanner(Migrations migrations, Histories histories) {
        this.migrations = migrations;
        for (Module module : migrations.modules().list()) {
            NavigableMap<Version, Migration> versions = new TreeMap<>();
            for (Map.Entry<Version, HistoryRow> row :
                    histories.of(module.name()).applied().entrySet()) {
                Revision revision = new Revision(module.name(), row.getKey());
                migrations
                        .find(revision)
                        .ifPresentOrElse(
                                each -> versions.put(each.version(), each), () -> withoutFile.add(revision));
            }
            applied.put(module.name(), versions);
            versions.values()
                    .forEach(each -> each.upgrade().header().dependsOn().forEach(named -> namedBy
                            .computeIfAbsent(named, key -> new ArrayList<>())
                            .add(each)));
        }
    }

    /**
     * The steps, newest first.
     *
     * @throws ProblemException if the target is not below, a step has no way back, or modules that were not named would
     *     be touched without leave
     */
    List<Step> plan(Target target, boolean cascade) {
        Taking taking = resolve(target);
        Map<Migration, String> reasons = withDependents(taking.migrations());
        checkFiles(taking, reasons.keySet());
        List<Migration> order = new ArrayList<>(new WrittenOrder(migrations).sort(reasons.keySet()));
        Collections.reverse(order);
        checkCascade(taking, order, cascade);
        List<Problem> problems = new ArrayList<>();
        order.forEach(each -> Irreversible.check(each, problems));
        ProblemException.throwIfAny(problems);
        return order.stream()
                .map(each -> new Step(each, Direction.DOWN, reasons.getOrDefault(each, "")))
                .toList();
    }

    /** What a target takes back by itself, which modules it names, and whether it takes back a revision. */
    private record Taking(Collection<Migration> migrations, Set<String> modules, Predicate<Revision> asksFor) {}

    private Taking resolve(Target target) {
        if (target instanceof Target.End end) {
            return end.scope() instanceof Scope.Only only ? resolveEnd(only.module(), end) : resolveEndOfAll(end);
        }
        if (target instanceof Target.Steps steps) {
            return resolve(steps);
        }
        if (target instanceof Target.Point point && point.scope() instanceof Scope.Only only) {
            return above(new Revisions(migrations).inModule(only.module(), point.version()));
        }
        if (target instanceof Target.Word word) {
            if (migrations.modules().find(word.text()).isPresent()) {
                throw Problem.of(
                                ProblemCode.INVALID_TARGET,
                                "'" + word.text() + "' is a module; how far down should it go?",
                                "migrations downgrade " + word.text() + "@-1   or   migrations downgrade " + word.text()
                                        + "@base")
                        .asException();
            }
            return above(new Revisions(migrations).inAnyModule(word.text()));
        }
        throw new IllegalStateException("a target of no known form: " + target);
    }

    private Taking resolveEndOfAll(Target.End end) {
        List<Migration> all = new ArrayList<>();
        if (end.base()) {
            applied.values().forEach(each -> all.addAll(each.values()));
        }
        return new Taking(all, applied.keySet(), each -> end.base());
    }

    private Taking resolveEnd(String module, Target.End end) {
        migrations.modules().get(module);
        if (end.base()) {
            return new Taking(
                    appliedOf(module).values(), Set.of(module), each -> each.module().equals(module));
        }
        return migrations
                .findHead(module)
                .map(this::above)
                .orElseGet(() -> new Taking(List.of(), Set.of(module), each -> false));
    }

    private Taking resolve(Target.Steps steps) {
        if (!steps.down()) {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "+" + steps.count() + " goes up.",
                            "migrations upgrade +" + steps.count())
                    .asException();
        }
        List<Migration> newestFirst;
        Set<String> modules;
        if (steps.scope() instanceof Scope.Only only) {
            migrations.modules().get(only.module());
            newestFirst = new ArrayList<>(appliedOf(only.module()).descendingMap().values());
            modules = Set.of(only.module());
        } else {
            List<Migration> all = new ArrayList<>();
            applied.values().forEach(each -> all.addAll(each.values()));
            newestFirst = new ArrayList<>(new WrittenOrder(migrations).sort(all));
            Collections.reverse(newestFirst);
            modules = applied.keySet();
        }
        if (steps.count() > newestFirst.size()) {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "-" + steps.count() + " is further than there is to go: "
                                    + (newestFirst.isEmpty() ? "nothing is" : "only " + newestFirst.size() + " are")
                                    + " applied.",
                            "migrations downgrade base")
                    .asException();
        }
        return new Taking(newestFirst.subList(0, steps.count()), modules, each -> false);
    }

    private Taking above(Migration end) {
        NavigableMap<Version, Migration> versions = appliedOf(end.module());
        if (!versions.containsKey(end.version())) {
            throw new Problem(
                            ProblemCode.NOT_A_DOWNGRADE_TARGET,
                            end.module(),
                            end.version().toString(),
                            null,
                            end.revision() + " is not applied: a downgrade ends at something that is.",
                            "migrations upgrade " + end.revision())
                    .asException();
        }
        return new Taking(
                versions.tailMap(end.version(), false).values(),
                Set.of(end.module()),
                each -> each.module().equals(end.module()) && each.version().compareTo(end.version()) > 0);
    }

    private NavigableMap<Version, Migration> appliedOf(String module) {
        return applied.getOrDefault(module, new TreeMap<>());
    }

    private Map<Migration, String> withDependents(Collection<Migration> roots) {
        Map<Migration, String> reasons = new LinkedHashMap<>();
        roots.forEach(each -> reasons.put(each, "above the target"));
        Deque<Migration> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Migration next = open.remove();
            for (Migration successor : appliedOf(next.module()).tailMap(next.version(), false).values()) {
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
    private void checkFiles(Taking taking, Set<Migration> undone) {
        List<Problem> problems = new ArrayList<>();
        for (Revision revision : withoutFile) {
            boolean inTheWay = undone.stream()
                    .anyMatch(each -> each.module().equals(revision.module())
                            && each.version().compareTo(revision.version()) < 0);
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
        ProblemException.throwIfAny(problems);
    }

    private static void checkCascade(Taking taking, List<Migration> order, boolean cascade) {
        List<Migration> outside = order.stream()
                .filter(each -> !taking.modules().contains(each.module()))
                .toList();
        if (!cascade && !outside.isEmpty()) {
            throw Problem.of(
                            ProblemCode.CASCADE_REQUIRED,
                            "This would also undo, in modules that were not named: "
                                    + String.join(
                                            ", ",
                                            outside.stream().map(Migration::toString).toList())
                                    + ".",
                            "Repeat the command with --cascade to undo these too.")
                    .asException();
        }
    }
}
