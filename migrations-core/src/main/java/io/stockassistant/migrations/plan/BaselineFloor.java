package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The baselines on which the modules of a database stand: they have no way back, so no downgrade goes below them. */
final class BaselineFloor {

    private final Migrations migrations;
    private final Histories histories;
    private final AppliedMigrations applied;

    BaselineFloor(Migrations seen, Histories histories, AppliedMigrations applied) {
        this.migrations = seen;
        this.histories = histories;
        this.applied = applied;
    }

    /**
     * Refuses to go below those of some modules.
     *
     * @param beginning of the message, which goes on with the reason
     * @throws ProblemException {@code not-a-downgrade-target} with all of them
     */
    void refuseBelow(Collection<String> modules, String beginning) {
        List<Problem> problems = new ArrayList<>();
        for (String module : modules) {
            find(module).ifPresent(version -> problems.add(problem(module, version, beginning)));
        }
        ProblemException.throwIfAny(problems);
    }

    /** What is undone under a baseline that names it. */
    void checkNeeds(Collection<Migration> undone, List<Problem> problems) {
        for (String module : applied.modules()) {
            migrations
                    .findBaseline(module)
                    .filter(each -> !histories.of(module).isEmpty())
                    .ifPresent(baseline -> undone.stream()
                            .filter(each ->
                                    baseline.upgrade().header().dependsOn().contains(each.revision()))
                            .forEach(each -> problems.add(needed(baseline, each))));
        }
    }

    private Optional<Version> find(String module) {
        ModuleHistory history = histories.of(module);
        return history.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                migrations.findBaseline(module).map(Migration::version).stream(),
                                history.findBaseline().stream())
                        .max(Version::compareTo);
    }

    private Problem problem(String module, Version version, String beginning) {
        int above = applied.newestFirst(module).size();
        return new Problem(
                ProblemCode.NOT_A_DOWNGRADE_TARGET,
                module,
                version.toString(),
                null,
                beginning + module + " stands on a baseline at " + version + ", which cannot be undone, and "
                        + (above == 0 ? "nothing is" : above == 1 ? "only 1 migration is" : above + " migrations are")
                        + " applied above it.",
                (above == 0 ? "" : "To end at the baseline: migrations downgrade " + module + "@-" + above + ". ")
                        + "To be rid of what it built, drop the module's schema and its history by hand.");
    }

    private static Problem needed(Migration baseline, Migration undone) {
        return new Problem(
                ProblemCode.NOT_A_DOWNGRADE_TARGET,
                undone.module(),
                undone.version().toString(),
                undone.upgrade().path(),
                undone + " cannot be undone: the baseline " + baseline + " depends on it, and has no way back.",
                "End above it: migrations downgrade " + undone);
    }
}
