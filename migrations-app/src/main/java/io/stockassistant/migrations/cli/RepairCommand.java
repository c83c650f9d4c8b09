package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Mend;
import io.stockassistant.migrations.apply.RepairRun;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Makes the histories agree with the files. */
@Command(
        name = "repair",
        header = "Makes the histories in the database agree with the files again.",
        description = {
            "",
            "Rows of migrations that did not end are taken back, checksums and descriptions become those of the "
                    + "files, and what has lost its file is marked as deleted. It changes histories alone, shows "
                    + "what it would do, and asks; without a terminal it needs --yes."
        },
        footerHeading = "%nExample:%n",
        footer = "  migrations repair --yes")
final class RepairCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.planner().fileProblems());
            return root.console().show(new Repaired(repair(workspace)));
        }
    }

    private List<Mend> repair(Workspace workspace) {
        try (RunProgress progress = new RunProgress(root.console())) {
            return new RepairRun(workspace::open, workspace.migrations(), run.settings(), progress, root.interruption())
                    .run(this::consent);
        } catch (SQLException e) {
            throw workspace.refused(e);
        }
    }

    private boolean consent(List<Mend> mends) {
        Console console = root.console();
        mends.forEach(each -> console.note("  " + each.revision() + ": " + each.what()));
        if (yes || (console.isInteractive() && console.confirm("Change the histories like this?"))) {
            return true;
        }
        throw Problem.of(
                        ProblemCode.CONFIRMATION_REQUIRED,
                        "Nothing was changed: " + mends.size() + (mends.size() == 1 ? " correction" : " corrections")
                                + " would be made.",
                        "migrations repair --yes")
                .asException();
    }

    private record Repaired(List<Mend> mends) implements Report {

        @Override
        public void print(Console console) {
            console.line(
                    mends.isEmpty()
                            ? "Nothing to repair."
                            : "Repaired: " + mends.size() + (mends.size() == 1 ? " correction." : " corrections."));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "repaired",
                    mends.stream()
                            .map(each -> Json.object(
                                    "module",
                                    each.revision().module(),
                                    "version",
                                    each.revision().version().toString(),
                                    "what",
                                    each.what()))
                            .toList());
        }
    }
}
