package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a database was built with; nothing is guessed where a file is gone or has changed. */
final class Rebuilding {

    private final Migrations migrations;
    private final Histories histories;
    private final Map<String, List<Problem>> unknown = new LinkedHashMap<>();
    private final Map<String, List<Problem>> outdated = new LinkedHashMap<>();

    /** @param seen the migrations as this database meets them */
    Rebuilding(Migrations seen, Histories histories) {
        this.migrations = seen;
        this.histories = histories;
    }

    /** @param known on what files and histories disagree */
    Rebuild plan(List<Problem> known) {
        known.stream().filter(each -> each.module() != null).forEach(each -> add(unknown, each));
        List<Migration> applied = new ArrayList<>();
        List<Repeatable> repeatables = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            checkRows(module);
            checkBaseline(module);
            checkDependencies(module);
            if (!unknown.containsKey(module.name())) {
                migrations.list(module.name()).stream().filter(this::isBuilt).forEach(applied::add);
                migrations.listRepeatables(module.name()).forEach(each -> checkRepeatable(each, repeatables));
            }
        }
        List<Step> steps = new ArrayList<>();
        new WrittenOrder(migrations)
                .sort(applied)
                .forEach(each -> steps.add(Step.run(each, Direction.UP, "is in the database")));
        repeatables.forEach(each -> steps.add(Step.run(each, Direction.UP, "is in the database")));
        return new Rebuild(new Plan(Direction.UP, steps, Map.of(), List.of()), unknown, outdated);
    }

    /** A baseline that is about to take the place of what is applied stands for files that are gone. */
    private boolean isBuilt(Migration migration) {
        return histories.holds(migration)
                || Baselines.findTakingOver(migrations, histories, migration.module())
                        .filter(migration::equals)
                        .isPresent();
    }

    /** What the checks of files pass over: whatever else once wrote such a row. */
    private void checkRows(Module module) {
        histories.of(module.name()).applied().forEach((version, row) -> {
            Revision revision = new Revision(module.name(), version);
            if (!row.isOfFile(module)
                    && migrations.find(revision).isEmpty()
                    && !Baselines.covers(migrations, revision)) {
                add(unknown, notOurs(revision, row));
            }
        });
    }

    private static Problem notOurs(Revision revision, HistoryRow row) {
        return new Problem(
                ProblemCode.MISSING_FILE,
                revision.module(),
                revision.version().toString(),
                row.script(),
                revision + " was applied as " + row.script() + " (" + row.type()
                        + "), and nothing here can carry that out again.",
                "Compare with a program that has the module on its class path.");
    }

    /** A baseline without a file says that something was there, and not what; files up to its version do. */
    private void checkBaseline(Module module) {
        ModuleHistory history = histories.of(module.name());
        Optional<Version> baseline = history.findBaseline();
        if (baseline.isEmpty() || migrations.versions(module.name()).containsKey(baseline.get())) {
            return;
        }
        boolean covered = Baselines.covers(migrations, new Revision(module.name(), baseline.get()));
        if (!covered) {
            add(
                    unknown,
                    new Problem(
                            ProblemCode.MISSING_FILE,
                            module.name(),
                            baseline.get().toString(),
                            null,
                            "The history of " + module.name() + " begins with a baseline at " + baseline.get()
                                    + ", and no file says what was there then.",
                            "Write what was there as V" + baseline.get() + "__….sql of " + module.name()
                                    + ": it never runs where the baseline is."));
        }
    }

    private void checkDependencies(Module module) {
        for (String other : migrations.modules().dependenciesOf(module.name())) {
            if (unknown.containsKey(other) && !histories.of(module.name()).isEmpty()) {
                add(
                        unknown,
                        Problem.inModule(
                                ProblemCode.MISSING_FILE,
                                module.name(),
                                module.name() + " builds on " + other + ", which cannot be built again.",
                                "See what is said of " + other + "."));
                return;
            }
        }
    }

    private void checkRepeatable(Repeatable repeatable, List<Repeatable> held) {
        HistoryRow row =
                histories.of(repeatable.module()).repeatables().get(HistorySql.shortened(repeatable.description()));
        if (row == null) {
            return;
        }
        if (histories.holds(repeatable)) {
            held.add(repeatable);
        } else {
            add(
                    outdated,
                    new Problem(
                            ProblemCode.CHECKSUM_MISMATCH,
                            repeatable.module(),
                            null,
                            repeatable.upgrade().path(),
                            repeatable.upgrade().path()
                                    + " has changed since it ran; what it made then is not known here.",
                            "Run it again (migrations upgrade " + repeatable.module()
                                    + "), or compare with the files of the release that is in the database."));
        }
    }

    private static void add(Map<String, List<Problem>> problems, Problem problem) {
        problems.computeIfAbsent(String.valueOf(problem.module()), key -> new ArrayList<>())
                .add(problem);
    }
}
