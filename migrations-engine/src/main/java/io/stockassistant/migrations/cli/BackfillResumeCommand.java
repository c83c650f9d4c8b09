package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets backfills go on. */
@Command(
        name = "resume",
        header = "Lets a backfill go on, or changes the number of its workers while it runs.",
        footerHeading = "%nExample:%n",
        footer = "  migrations backfill resume shop@20260301120000 --parallel 4")
final class BackfillResumeCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(paramLabel = "MODULE[@VERSION]", arity = "1..*", description = BackfillNames.SEVERAL)
    private List<String> names = List.of();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            converter = WorkersConverter.class,
            description = "Workers of each process that runs it, 1 to 64.")
    private @Nullable Integer workers;

    @Override
    public Integer call() {
        return new BackfillChanges(parent.root()).make(names, this::resume);
    }

    private String resume(BackfillBooks books, Revision revision) throws SQLException {
        if (workers != null) {
            books.setWorkers(revision, workers);
        }
        return books.resume(revision)
                ? "It may go on: migrations backfill run " + revision
                : workers == null ? "It was not paused." : "Workers: " + workers + ".";
    }
}
