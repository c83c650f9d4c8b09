package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.ConfigurationProblem;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.migration.InitPlace;
import io.stockassistant.shared.migration.InitTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tasks of an {@code init}, each with its settings or with the refusal that it deserves should it have to be done
 * after all.
 */
record InitTasks(List<Prepared> tasks) {

    /** A task, and its settings when they are asked for. */
    record Prepared(InitTask task, Supplier<InitTask.Ready> ready) {}

    /**
     * Asks for the settings, before anything is changed.
     *
     * @param place where it takes place
     * @param end of the upgrade that comes before the tasks
     * @throws ProblemException with all that is wrong with settings of tasks which have to be done
     */
    static InitTasks prepare(Workspace workspace, InitPlace place, PlannedEnd end) {
        List<Prepared> prepared = new ArrayList<>();
        List<Problem> refusals = new ArrayList<>();
        for (InitTask task : InitTaskFinder.list(workspace.modules())) {
            try {
                InitTask.Ready ready = task.prepare(workspace.variables(), place);
                ready.secrets().forEach(secret -> SecretMask.add(secret.reveal()));
                prepared.add(new Prepared(task, () -> ready));
            } catch (ConfigurationException e) {
                if (isNeeded(task, workspace, end)) {
                    refusals.addAll(ConfigurationProblem.of(e).problems());
                }
                prepared.add(new Prepared(task, () -> {
                    throw e;
                }));
            }
        }
        ProblemException.throwIfAny(refusals);
        return new InitTasks(prepared);
    }

    /** Looked at only where the settings are not good: most first runs have good ones, and no database yet. */
    private static boolean isNeeded(InitTask task, Workspace workspace, PlannedEnd end) {
        try {
            return workspace
                    .target()
                    .query(connection -> task.findDone(connection).isEmpty()
                            && end.isHeadOf(
                                    task.module(),
                                    HistoryReader.read(
                                            connection, workspace.modules().list())));
        } catch (ProblemException e) {
            if (e.problems().get(0).code() != ProblemCode.DATABASE_MISSING) {
                throw e;
            }
            return end.isHeadOf(task.module(), Histories.empty());
        }
    }
}
