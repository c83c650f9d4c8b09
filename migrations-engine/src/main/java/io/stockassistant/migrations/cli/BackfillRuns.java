package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillRun;
import io.stockassistant.migrations.backfill.BackfillSettings;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs backfills one after the other; what names another one in its header comes after that, or waits. */
record BackfillRuns(MigrationsCommand root, BackfillSettings settings) {

    /** Forgets how far one is, and runs it. */
    BackfillsRun runAgain(Workspace workspace, Backfill backfill) {
        begin(workspace, List.of(backfill));
        workspace.target().query(connection -> {
            new BackfillBooks(connection).forget(backfill.revision());
            return true;
        });
        return carryOut(workspace, List.of(backfill));
    }

    /** @throws ProblemException if one of them cannot begin: then none does */
    BackfillsRun run(Workspace workspace, List<Backfill> backfills) {
        begin(workspace, backfills);
        return carryOut(workspace, backfills);
    }

    private static void begin(Workspace workspace, List<Backfill> backfills) {
        Histories histories = workspace.histories();
        ProblemException.throwIfAny(backfills.stream()
                .flatMap(each -> findHindrance(workspace, histories, backfills, each).stream())
                .toList());
        backfills.forEach(each -> BackfillNames.script(workspace, each));
        workspace.target().query(connection -> {
            new BackfillBooks(connection).checkWritable();
            return true;
        });
    }

    private static Optional<Problem> findHindrance(
            Workspace workspace, Histories histories, List<Backfill> named, Backfill backfill) {
        return workspace.migrations().listNeededBy(backfill).stream()
                .filter(each -> !histories.holds(each))
                .findFirst()
                .map(missing -> Problem.inModule(
                        ProblemCode.NOT_UP_TO_DATE,
                        backfill.module(),
                        "The backfill " + backfill + " needs " + missing + ", which is not applied.",
                        "migrations upgrade " + missing))
                .or(() -> workspace.migrations().listBackfillsNeededBy(backfill).stream()
                        .filter(each -> !named.contains(each)
                                && !histories.completeBackfills().contains(each.revision()))
                        .findFirst()
                        .map(needed -> Problem.inModule(
                                ProblemCode.BACKFILL_PENDING,
                                backfill.module(),
                                "The backfill " + backfill + " depends on the backfill " + needed
                                        + ", which is not complete.",
                                "migrations backfill run " + needed + " " + backfill)));
    }

    private BackfillsRun carryOut(Workspace workspace, List<Backfill> backfills) {
        List<BackfillBook> ended = new ArrayList<>();
        List<Backfill> waiting = new ArrayList<>();
        Set<Revision> complete = new HashSet<>(workspace.histories().completeBackfills());
        for (Backfill each : backfills) {
            if (root.interruption().isRequested()) {
                break;
            }
            if (workspace.migrations().listBackfillsNeededBy(each).stream()
                    .allMatch(needed -> complete.contains(needed.revision()))) {
                BackfillBook book = run(workspace, BackfillNames.script(workspace, each));
                ended.add(book);
                if (book.state() == BackfillState.COMPLETE) {
                    complete.add(each.revision());
                }
            } else {
                waiting.add(each);
            }
        }
        return new BackfillsRun(ended, waiting, root.interruption().isRequested());
    }

    private BackfillBook run(Workspace workspace, BackfillScript script) {
        Backfill backfill = script.backfill();
        root.interruption().begin();
        try (BackfillProgress progress = new BackfillProgress(root.console(), backfill)) {
            return new BackfillRun(
                            workspace.target()::open,
                            script,
                            workspace.modules().get(backfill.module()).schema(),
                            settings,
                            progress,
                            root.interruption())
                    .run();
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
    }
}
