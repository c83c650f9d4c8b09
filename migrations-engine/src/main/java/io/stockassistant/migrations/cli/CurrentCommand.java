package io.stockassistant.migrations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows where each module is. */
@Command(
        name = "current",
        header = "Shows for each module its newest migration in the database, and how many are pending.",
        footerHeading = "%nExample:%n",
        footer = "  migrations current --output json")
final class CurrentCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            workspace.target().connectEarly();
            workspace.migrations();
            return root.console().show(CurrentReport.of(workspace.migrations(), workspace.histories()));
        }
    }
}
