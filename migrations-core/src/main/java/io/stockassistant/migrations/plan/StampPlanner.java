package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans what a history should say without a script being run: everything up to the end of a module that a target names,
 * nothing above it. Modules that no target names stay as they are.
 */
final class StampPlanner {

    private final Migrations migrations;
    private final Histories histories;
    private final Map<String, Optional<Version>> ends;

    StampPlanner(Migrations files, Histories histories, List<Target> targets) {
        this.histories = histories;
        this.ends = ends(files, targets);
        Migrations seen = Baselines.seenBy(files, histories);
        this.migrations = files.withBaselines(
                each -> seen.find(each.revision()).filter(Migration::isBaseline).isPresent()
                        && (!ends.containsKey(each.module()) || isBelow(each.version(), ends.get(each.module()))));
    }

    /** Where the targets say that modules end: at what counts in an empty database, or below its baselines. */
    static Map<String, Optional<Version>> ends(Migrations files, List<Target> targets) {
        Map<String, Optional<Version>> ends = new LinkedHashMap<>();
        Contradictions contradictions = new Contradictions();
        for (Target target : targets) {
            ends(files, target).forEach((module, end) -> {
                contradictions.add(target, module, end);
                ends.put(module, end);
            });
        }
        return ends;
    }

    private static Map<String, Optional<Version>> ends(Migrations files, Target target) {
        try {
            return new StampTarget(files, target).ends();
        } catch (ProblemException e) {
            if (e.problems().get(0).code() != ProblemCode.UNKNOWN_REVISION) {
                throw e;
            }
            return new StampTarget(files.withBaselines(each -> false), target).ends();
        }
    }

    /** @throws ProblemException if a target means nothing, or an applied migration would lack what its header names */
    List<Step> plan() {
        List<Problem> problems = new ArrayList<>();
        checkFailed(ends.keySet(), problems);
        checkBaselines(problems);
        checkHeaders(problems);
        ProblemException.throwIfAny(problems);
        List<Step> steps = new ArrayList<>(takenBack());
        List<Migration> added = new ArrayList<>();
        ends.forEach((module, end) -> upTo(module, end).stream()
                .filter(each -> !histories.holds(each))
                .forEach(added::add));
        new WrittenOrder(migrations).sort(added).forEach(each -> steps.add(Step.record(each, Direction.UP, "stamped")));
        return steps;
    }

    private List<Step> takenBack() {
        List<Step> steps = new ArrayList<>();
        List<Migration> gone = new ArrayList<>();
        ends.forEach((module, end) -> {
            for (Version version : histories.of(module).applied().keySet()) {
                if (end.isEmpty() || version.compareTo(end.get()) > 0) {
                    Revision revision = new Revision(module, version);
                    gone.add(migrations.find(revision).orElseThrow(() -> missing(revision)));
                }
            }
        });
        List<Migration> newestFirst = new ArrayList<>(new WrittenOrder(migrations).sort(gone));
        Collections.reverse(newestFirst);
        newestFirst.forEach(each -> steps.add(Step.record(each, Direction.DOWN, "stamped")));
        return steps;
    }

    private Collection<Migration> upTo(String module, Optional<Version> end) {
        return end.map(each -> migrations.versions(module).headMap(each, true).values())
                .orElse(List.of());
    }

    private void checkFailed(Collection<String> modules, List<Problem> problems) {
        for (String module : modules) {
            ModuleHistory history = histories.of(module);
            Stream.concat(history.applied().values().stream(), history.findBaselineRow().stream())
                    .filter(each -> !each.success())
                    .findFirst()
                    .ifPresent(each -> problems.add(Problem.inModule(
                            ProblemCode.FAILED_MIGRATION,
                            module,
                            "The history of " + module + " says that " + each.script() + " stopped in the middle.",
                            "Run 'migrations repair " + module + "' first, or stamp with --purge.")));
        }
    }

    /** What a baseline stands for has no rows of its own that could be taken back. */
    private void checkBaselines(List<Problem> problems) {
        ends.forEach((module, end) -> histories
                .of(module)
                .findBaseline()
                .filter(each -> !isBelow(each, end))
                .ifPresent(each -> problems.add(Problem.inModule(
                        ProblemCode.NOT_A_DOWNGRADE_TARGET,
                        module,
                        "The history of " + module + " begins with a baseline at " + each
                                + ", and does not go below it.",
                        "To begin it again: migrations stamp " + module + "@"
                                + end.map(Version::toString).orElse("base") + " --purge"))));
    }

    /** Whatever counts as applied in the end has what its header names. */
    private void checkHeaders(List<Problem> problems) {
        Map<String, Optional<Version>> needed = new HashMap<>();
        for (Module module : migrations.modules().list()) {
            for (Migration migration : migrations.list(module.name())) {
                if (!holdsThen(migration)) {
                    continue;
                }
                for (Revision named : migrations.listNeededBy(migration)) {
                    if (!holdsThen(named) && needed.put(named.toString(), Optional.of(named.version())) == null) {
                        problems.add(new Problem(
                                ProblemCode.INCONSISTENT_HISTORY,
                                migration.module(),
                                migration.version().toString(),
                                migration.upgrade().path(),
                                migration + " would count as applied, but " + named
                                        + ", on which it depends, would not.",
                                "Stamp both: migrations stamp " + named + " …"));
                    }
                }
            }
        }
    }

    private boolean holdsThen(Migration migration) {
        return ends.containsKey(migration.module())
                ? isBelow(migration.version(), ends.get(migration.module()))
                : histories.holds(migration);
    }

    private boolean holdsThen(Revision revision) {
        ModuleHistory history = histories.of(revision.module());
        return ends.containsKey(revision.module())
                ? isBelow(revision.version(), ends.get(revision.module()))
                : history.holds(revision.version());
    }

    private static boolean isBelow(Version version, Optional<Version> end) {
        return end.filter(each -> version.compareTo(each) <= 0).isPresent();
    }

    private static ProblemException missing(Revision revision) {
        return new Problem(
                        ProblemCode.MISSING_FILE,
                        revision.module(),
                        revision.version().toString(),
                        null,
                        revision + " is in the history, and its file is gone.",
                        "Run 'migrations repair " + revision + "' first, or stamp with --purge.")
                .asException();
    }
}
