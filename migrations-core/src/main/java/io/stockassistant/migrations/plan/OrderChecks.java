package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where what is applied is not in the order of versions or of headers. */
final class OrderChecks {

    private final Migrations migrations;
    private final Histories histories;
    private final List<Problem> problems;

    OrderChecks(Migrations migrations, Histories histories, List<Problem> problems) {
        this.migrations = migrations;
        this.histories = histories;
        this.problems = problems;
    }

    /** A pending migration that is older than an applied one of its module. */
    void checkVersions(Module owner) {
        String module = owner.name();
        ModuleHistory history = histories.of(module);
        Optional<Version> current = history.findCurrent();
        if (current.isEmpty()) {
            return;
        }
        for (Migration migration :
                migrations.versions(module).headMap(current.get(), false).values()) {
            if (!migration.isBaseline() && !history.holds(migration.version())) {
                add(
                        ProblemCode.OUT_OF_ORDER,
                        migration.revision(),
                        migration.upgrade().path(),
                        migration + " is pending, but older than " + module + "@" + current.get()
                                + ", which is applied.",
                        "Give it a newer timestamp with 'migrations rebase " + module
                                + "', or apply it as it is with 'migrations upgrade --out-of-order'.");
            }
        }
    }

    /**
     * An applied migration whose header names one that is not applied.
     *
     * @param mended what is about to be applied
     */
    void checkDependencies(Module module, Set<Revision> mended) {
        for (Migration migration : migrations.list(module.name())) {
            if (!histories.of(module.name()).applied().containsKey(migration.version())) {
                continue;
            }
            for (Revision named : migrations.listNeededBy(migration)) {
                if (!histories.holds(named) && !mended.contains(named)) {
                    add(
                            ProblemCode.INCONSISTENT_HISTORY,
                            migration.revision(),
                            migration.upgrade().path(),
                            migration + " is applied, but " + named + ", on which it depends, is not.",
                            "Apply it: migrations upgrade " + named + " --out-of-order");
                }
            }
        }
    }

    private void add(ProblemCode code, Revision revision, String file, String message, String remedy) {
        problems.add(new Problem(code, revision.module(), revision.version().toString(), file, message, remedy));
    }
}
