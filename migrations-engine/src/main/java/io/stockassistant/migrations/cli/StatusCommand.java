package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.database.ServerVersion;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.model.ModelTables;
import io.stockassistant.migrations.model.TablesFound;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Says whether everything is as it should be. */
@Command(
        name = "status",
        header = "Says whether the database can be reached and is current, and what is wrong if not.",
        description = {
            "",
            "Ends with 0 when all is well, with 3 when something is pending or wrong. Tables that persistence models ask for "
                    + "and that are not there are named; they are a problem of their own (missing-tables) where no "
                    + "migration is pending that could make them."
        },
        footerHeading = "%nExample:%n",
        footer = "  migrations status && echo current")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            workspace.target().connectEarly();
            workspace.migrations();
            return root.console().show(look(workspace));
        }
    }

    /** Also what the next upgrade would refuse before it begins: a placeholder without a value, above all. */
    private static List<Problem> problems(
            Workspace workspace, Histories histories, List<ModulePosition> positions, TablesFound tables) {
        List<Problem> problems = new ArrayList<>(workspace.planner().problems(histories, false));
        problems.addAll(FileValidation.problemsOfPending(workspace.migrations(), histories));
        problems.addAll(tables.problems());
        positions.stream()
                .filter(each -> each.pending() == 0)
                .map(each -> tables.of(each.module().name()))
                .filter(each -> !each.missing().isEmpty())
                .forEach(each -> problems.add(each.missingAtHead()));
        return problems.stream().distinct().toList();
    }

    private static StatusReport look(Workspace workspace) {
        ModelTables asked = ModelTables.of(workspace.modules());
        try {
            return workspace.target().query(connection -> {
                Histories histories =
                        HistoryReader.read(connection, workspace.modules().list());
                TablesFound tables = asked.lookUp(connection);
                List<ModulePosition> positions =
                        CurrentReport.of(workspace.migrations(), histories).positions();
                return new StatusReport(
                        true,
                        "PostgreSQL " + ServerVersion.of(connection).text(),
                        workspace.target().settings().url(),
                        workspace.target().isEmbedded(),
                        positions,
                        tables,
                        OpenBackfill.list(workspace.migrations(), histories, connection),
                        problems(workspace, histories, positions, tables));
            });
        } catch (ProblemException e) {
            if (e.exitStatus() != ExitStatus.DATABASE) {
                throw e;
            }
            List<Problem> problems = new ArrayList<>(e.problems());
            problems.addAll(workspace.planner().fileProblems());
            problems.addAll(asked.problems());
            return StatusReport.notConnected(problems);
        }
    }
}
