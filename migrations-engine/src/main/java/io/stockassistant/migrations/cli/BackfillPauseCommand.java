package io.stockassistant.migrations.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Stops backfills, wherever they run. */
@Command(
        name = "pause",
        header = "Lets all workers of a backfill stop, in whatever process, after the batch they are at.",
        footerHeading = "%nExample:%n",
        footer = "  migrations backfill pause shop@20260301120000")
final class BackfillPauseCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(paramLabel = "MODULE[@VERSION]", arity = "1..*", description = BackfillNames.SEVERAL)
    private List<String> names = List.of();

    @Override
    public Integer call() {
        return new BackfillChanges(parent.root())
                .make(names, (books, revision) -> books.pause(revision) ? "Paused." : "Nobody is running it.");
    }
}
