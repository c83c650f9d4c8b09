package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Target.Scope;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the way up: the pending migrations that the targets ask for, and what those need. */
final class UpgradePlanner {

    private final Migrations migrations;
    private final Histories histories;
    private final List<Migration> pending = new ArrayList<>();
    private final Needs needs;
    private final Revisions revisions;

    UpgradePlanner(Migrations migrations, Histories histories) {
        this.migrations = migrations;
        this.histories = histories;
        this.revisions = new Revisions(migrations);
        for (Module module : migrations.modules().list()) {
            for (Migration migration : migrations.list(module.name())) {
                if (!histories.holds(migration)) {
                    pending.add(migration);
                }
            }
        }
        this.needs = new Needs(migrations, pending);
    }

    /** The steps in order; the reason of each says which target or migration asked for it. */
    List<Step> plan(List<Target> targets) {
        check(targets);
        Set<Change> asked = new LinkedHashSet<>();
        targets.forEach(target -> asked.addAll(resolve(target)));
        Map<Migration, String> reasons = withNeeds(asked);
        List<Step> steps = new ArrayList<>();
        for (Migration each : new WrittenOrder(migrations).sort(reasons.keySet())) {
            String reason = reasons.getOrDefault(each, "");
            boolean replaces = each.isBaseline() && !histories.of(each.module()).isEmpty();
            steps.add(
                    replaces
                            ? Step.record(each, Direction.UP, "replaces what is applied")
                            : Step.run(each, Direction.UP, reason));
        }
        asked.addAll(repeatablesAtHead(targets, reasons.keySet()));
        for (Repeatable each : pendingRepeatables()) {
            if (asked.contains(each)) {
                boolean known =
                        histories.of(each.module()).repeatables().containsKey(HistorySql.shortened(each.description()));
                steps.add(Step.run(each, Direction.UP, known ? "changed" : "pending"));
            }
        }
        return steps;
    }

    /**
     * Whether every target means something, and no two contradict each other.
     *
     * @throws ProblemException if not
     */
    void check(List<Target> targets) {
        Contradictions contradictions = new Contradictions();
        for (Target target : targets) {
            if (target instanceof Target.Steps steps) {
                String module = steps.scope() instanceof Scope.Only only
                        ? migrations.modules().get(only.module()).name()
                        : "";
                contradictions.add(target, module, steps.count());
            } else {
                modulesOf(List.of(target)).forEach(module -> contradictions.add(target, module, end(target, module)));
            }
        }
    }

    private Optional<Version> end(Target target, String module) {
        migrations.modules().get(module);
        if (target instanceof Target.Point point) {
            return Optional.of(revisions.inModule(module, point.version()).version());
        }
        if (target instanceof Target.Word word
                && migrations.modules().find(word.text()).isEmpty()) {
            return Optional.of(revisions.ofWord(word.text()).version());
        }
        return migrations.findHead(module).map(Migration::version);
    }

    /** A repeatable migration is written for the head of its module: it runs once the module is there. */
    private List<Repeatable> repeatablesAtHead(List<Target> targets, Set<Migration> planned) {
        boolean counted = targets.stream().anyMatch(Target.Steps.class::isInstance);
        Set<String> modules = modulesOf(targets);
        planned.forEach(each -> modules.add(each.module()));
        return pendingRepeatables().stream()
                .filter(each -> !counted && modules.contains(each.module()))
                .filter(each -> planned.containsAll(pendingOf(each.module())))
                .toList();
    }

    private List<Repeatable> pendingRepeatables() {
        return migrations.modules().list().stream()
                .flatMap(module -> migrations.listRepeatables(module.name()).stream())
                .filter(each -> !histories.holds(each))
                .toList();
    }

    /** The modules that the targets name, whether there is anything to do in them or not. */
    Set<String> modulesOf(List<Target> targets) {
        Set<String> modules = new LinkedHashSet<>();
        for (Target target : targets) {
            if (target instanceof Target.End end && end.scope() instanceof Scope.All) {
                migrations.modules().list().forEach(each -> modules.add(each.name()));
            } else if (target instanceof Target.Word word) {
                modules.add(
                        migrations.modules().find(word.text()).isPresent()
                                ? word.text()
                                : revisions.ofWord(word.text()).module());
            } else if (target.scope() instanceof Scope.Only only) {
                modules.add(only.module());
            }
        }
        return modules;
    }

    private Map<Migration, String> withNeeds(Set<Change> asked) {
        Map<Migration, String> reasons = new LinkedHashMap<>();
        for (Change each : asked) {
            if (each instanceof Migration migration) {
                reasons.put(migration, "pending");
            } else {
                pendingOf(each.module()).forEach(migration -> reasons.putIfAbsent(migration, "needed by " + each));
            }
        }
        Deque<Migration> open = new ArrayDeque<>(reasons.keySet());
        while (!open.isEmpty()) {
            Migration next = open.remove();
            for (Migration need : needs.of(next)) {
                if (reasons.putIfAbsent(need, "needed by " + next) == null) {
                    open.add(need);
                }
            }
        }
        return reasons;
    }

    private Collection<? extends Change> resolve(Target target) {
        if (target instanceof Target.End end) {
            if (end.base()) {
                throw wrongWay("base is below everything: upgrade goes up.", "migrations downgrade base");
            }
            return end.scope() instanceof Scope.Only only ? pendingOf(only.module()) : pending;
        }
        if (target instanceof Target.Steps steps) {
            return resolve(steps);
        }
        if (target instanceof Target.Point point && point.scope() instanceof Scope.Only only) {
            return upTo(revisions.inModule(only.module(), point.version()));
        }
        if (target instanceof Target.Word word) {
            return migrations.modules().find(word.text()).isPresent()
                    ? pendingOf(word.text())
                    : upTo(revisions.ofWord(word.text()));
        }
        throw new IllegalStateException("a target of no known form: " + target);
    }

    private Collection<Change> resolve(Target.Steps steps) {
        if (steps.down()) {
            throw wrongWay("-" + steps.count() + " goes down.", "migrations downgrade -" + steps.count());
        }
        List<Change> all = new ArrayList<>(
                steps.scope() instanceof Scope.Only only
                        ? pendingOf(only.module())
                        : new WrittenOrder(migrations).sort(pending));
        pendingRepeatables().stream()
                .filter(each -> !(steps.scope() instanceof Scope.Only only)
                        || only.module().equals(each.module()))
                .forEach(all::add);
        if (steps.count() > all.size()) {
            String there = all.isEmpty() ? "nothing is" : all.size() == 1 ? "only 1 is" : "only " + all.size() + " are";
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "+" + steps.count() + " is further than there is to go: " + there + " pending.",
                            "migrations upgrade")
                    .asException();
        }
        return all.subList(0, steps.count());
    }

    private List<Migration> pendingOf(String module) {
        migrations.modules().get(module);
        return pending.stream().filter(each -> each.module().equals(module)).toList();
    }

    private List<Migration> upTo(Migration newest) {
        return pendingOf(newest.module()).stream()
                .filter(each -> each.version().compareTo(newest.version()) <= 0)
                .toList();
    }

    private static ProblemException wrongWay(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_TARGET, message, remedy).asException();
    }
}
