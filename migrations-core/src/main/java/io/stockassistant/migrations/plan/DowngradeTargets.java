package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Target.Scope;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;

/** Says what a target means on the way down. */
final class DowngradeTargets {

    private final Migrations migrations;
    private final Histories histories;
    private final AppliedMigrations applied;
    private final BaselineFloor floor;

    DowngradeTargets(Migrations migrations, Histories histories, AppliedMigrations applied, BaselineFloor floor) {
        this.migrations = migrations;
        this.histories = histories;
        this.applied = applied;
        this.floor = floor;
    }

    /** @throws ProblemException if it means nothing, or nothing below */
    Taking resolve(Target target) {
        Revisions revisions = new Revisions(migrations);
        if (target instanceof Target.End end) {
            return end.scope() instanceof Scope.Only only ? resolveEnd(only.module(), end) : resolveEndOfAll(end);
        }
        if (target instanceof Target.Steps steps) {
            if (!steps.down()) {
                throw invalid("+" + steps.count() + " goes up.", "migrations upgrade +" + steps.count());
            }
            return steps.scope() instanceof Scope.Only only
                    ? newestOf(only.module(), steps.count())
                    : newestOfAll(steps.count());
        }
        if (target instanceof Target.Point point && point.scope() instanceof Scope.Only only) {
            checkNotReplaced(only.module(), point.version());
            return above(revisions.inModule(only.module(), point.version()));
        }
        if (target instanceof Target.Word word) {
            String text = word.text();
            if (migrations.modules().find(text).isPresent()) {
                throw invalid(
                        "'" + text + "' is a module; how far down should it go?",
                        "migrations downgrade " + text + "@-1   or   migrations downgrade " + text + "@base");
            }
            return above(revisions.ofWord(text));
        }
        throw new IllegalStateException("a target of no known form: " + target);
    }

    private Taking resolveEndOfAll(Target.End end) {
        if (end.base()) {
            floor.refuseBelow(applied.modules(), "base is not to be reached: ");
            return new Taking(applied.list(), applied.modules(), each -> true);
        }
        for (String module : applied.modules()) {
            migrations.findHead(module).ifPresent(this::above);
        }
        return new Taking(List.of(), applied.modules(), each -> false);
    }

    private Taking resolveEnd(String module, Target.End end) {
        migrations.modules().get(module);
        if (end.base()) {
            floor.refuseBelow(Set.of(module), "base is not to be reached: ");
            return new Taking(
                    applied.of(module).values(),
                    Set.of(module),
                    each -> each.module().equals(module));
        }
        return migrations
                .findHead(module)
                .map(this::above)
                .orElseGet(() -> new Taking(List.of(), Set.of(module), each -> false));
    }

    private Taking newestOf(String module, int count) {
        migrations.modules().get(module);
        List<Version> newestFirst = applied.newestFirst(module);
        checkCount(count, newestFirst.size(), " of " + module, module + "@base", Set.of(module));
        Version last = newestFirst.get(count - 1);
        return new Taking(
                applied.of(module).tailMap(last, true).values(),
                Set.of(module),
                each -> each.module().equals(module) && each.version().compareTo(last) >= 0);
    }

    private Taking newestOfAll(int count) {
        List<Migration> newestFirst = new ArrayList<>(new WrittenOrder(migrations).sort(applied.list()));
        Collections.reverse(newestFirst);
        checkCount(count, newestFirst.size() + applied.withoutFile().size(), "", "base", applied.modules());
        if (count > newestFirst.size()) {
            return new Taking(newestFirst, applied.modules(), each -> true);
        }
        OptionalLong oldest = newestFirst.get(count - 1).age();
        return new Taking(
                newestFirst.subList(0, count),
                applied.modules(),
                each -> isYounger(each.version().age(), oldest));
    }

    /** A row without its file that was written after the last one to be undone would have to go first. */
    private static boolean isYounger(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent() && one.getAsLong() > other.getAsLong();
    }

    private void checkCount(int count, int applied, String where, String base, Set<String> modules) {
        if (count > applied) {
            floor.refuseBelow(modules, "-" + count + " is further than there is to go: ");
            String there = applied == 0 ? "nothing is" : applied == 1 ? "only 1 is" : "only " + applied + " are";
            throw invalid(
                    "-" + count + " is further than there is to go: " + there + " applied" + where + ".",
                    "migrations downgrade " + base);
        }
    }

    private Taking above(Migration end) {
        NavigableMap<Version, Migration> versions = applied.of(end.module());
        if (!versions.containsKey(end.version()) && !isNewestOfBaseline(end)) {
            throw histories.holds(end.revision())
                    ? belowBaseline(end.revision())
                    : notAbove(
                            end.revision(),
                            " is not applied: a downgrade ends at something that is.",
                            "migrations upgrade " + end.revision());
        }
        return new Taking(
                versions.tailMap(end.version(), false).values(),
                Set.of(end.module()),
                each -> each.module().equals(end.module()) && each.version().compareTo(end.version()) > 0);
    }

    /** A version that a baseline replaced has no file to be found by any more. */
    private void checkNotReplaced(String module, String version) {
        Version.find(version)
                .map(each -> new Revision(module, each))
                .filter(each -> migrations.find(each).isEmpty() && Baselines.covers(migrations, each))
                .ifPresent(each -> {
                    throw belowBaseline(each);
                });
    }

    private static ProblemException belowBaseline(Revision end) {
        return notAbove(
                end,
                " is below the baseline of its module, which cannot be undone.",
                "migrations history " + end.module());
    }

    private static ProblemException notAbove(Revision end, String why, String remedy) {
        return new Problem(
                        ProblemCode.NOT_A_DOWNGRADE_TARGET,
                        end.module(),
                        end.version().toString(),
                        null,
                        end + why,
                        remedy)
                .asException();
    }

    /** A baseline stands for all migrations up to its version; the last of these is the lowest place to end at. */
    private boolean isNewestOfBaseline(Migration end) {
        Version next = migrations.versions(end.module()).higherKey(end.version());
        boolean nextIsCovered = next != null
                && histories.holds(new Revision(end.module(), next))
                && !applied.of(end.module()).containsKey(next);
        return histories.holds(end.revision()) && !nextIsCovered;
    }

    private static ProblemException invalid(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_TARGET, message, remedy).asException();
    }
}
