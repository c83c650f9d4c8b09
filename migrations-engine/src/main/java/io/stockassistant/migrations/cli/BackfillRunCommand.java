package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs backfills. */
@Command(
        name = "run",
        header = "Runs backfills until nothing is left to do.",
        description = {
            "",
            "Killed or interrupted, it goes on where it was; several processes may run the same backfill. Ends with 0 "
                    + "when all are complete, with 5 when rows are left that could not be done, with 6 when one was "
                    + "paused or waits for another one."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations backfill run shop@20260301120000 --parallel 2",
            "  migrations backfill run --max-rate 5000            rows a second, and no more"
        })
final class BackfillRunCommand implements Callable<Integer> {

    @ParentCommand
    private BackfillCommand parent;

    @Parameters(
            paramLabel = "MODULE[@VERSION]",
            arity = "0..*",
            description = BackfillNames.SEVERAL + " Without a name: all that are not complete.")
    private List<String> names = List.of();

    @Mixin
    private BackfillOptions options = new BackfillOptions();

    @Option(
            names = "--restart",
            description = "Forget how far the one that is named is, and walk through the whole table again.")
    private boolean restart;

    @Override
    public Integer call() {
        BackfillRuns runs = new BackfillRuns(parent.root(), options.settings());
        if (restart && names.size() != 1) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--restart forgets how far a backfill is: name the one that is meant.",
                            "migrations backfill list")
                    .asException();
        }
        try (Workspace workspace = parent.root().openWorkspace()) {
            return parent.root()
                    .console()
                    .show(
                            restart
                                    ? runs.runAgain(workspace, BackfillNames.get(workspace, names.get(0)))
                                    : runs.run(workspace, BackfillNames.list(workspace, names)));
        }
    }
}
