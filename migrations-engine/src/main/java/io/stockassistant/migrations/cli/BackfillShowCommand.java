package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.script.Backfill;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one backfill. */
@Command(
        name = "show",
        header = "Shows how far a backfill is, and what could not be done.",
        footerHeading = "%nExample:%n",
        footer = "  migrations backfill show shop@20260301120000")
final class BackfillShowCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(paramLabel = "MODULE[@VERSION]", description = BackfillNames.ONE)
    private String name = "";

    @Override
    public Integer call() {
        try (Workspace workspace = parent.root().openWorkspace()) {
            Backfill backfill = BackfillNames.get(workspace, name);
            return parent.root().console().show(workspace.target().query(connection -> {
                new BackfillBooks(connection).checkReadable();
                return BackfillShown.read(backfill, connection);
            }));
        }
    }
}
