package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.script.Backfill;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists backfills. */
@Command(
        name = "list",
        header = "Lists the backfills of the modules, and how far they are.",
        footerHeading = "%nExample:%n",
        footer = "  migrations backfill list")
final class BackfillListCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Override
    public Integer call() {
        try (Workspace workspace = parent.root().openWorkspace()) {
            List<Backfill> backfills = BackfillNames.all(workspace);
            return parent.root().console().show(workspace.target().query(connection -> {
                BackfillBooks books = new BackfillBooks(connection);
                books.checkReadable();
                return new BackfillList(backfills, books.list());
            }));
        }
    }
}
