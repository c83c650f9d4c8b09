package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has failures tried again. */
@Command(
        name = "retry",
        header = "Puts what could not be done among what is left to do; 'backfill run' tries it again.",
        footerHeading = "%nExample:%n",
        footer = "  migrations backfill retry shop@20260301120000 && migrations backfill run")
final class BackfillRetryCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(paramLabel = "MODULE[@VERSION]", arity = "1..*", description = BackfillNames.SEVERAL)
    private List<String> names = List.of();

    @Override
    public Integer call() {
        return new BackfillChanges(parent.root()).make(names, BackfillRetryCommand::retry);
    }

    private static String retry(BackfillBooks books, Revision revision) throws SQLException {
        int again = books.retry(revision);
        return again == 0
                ? "There is no failure to try again."
                : BackfillTexts.count(again, "failure", "failures")
                        + " will be tried again by: migrations backfill run " + revision;
    }
}
