package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Applies what is pending. */
@Command(
        name = "upgrade",
        header = "Applies pending migrations, up to the targets or to the heads of all modules.",
        description = {
            "",
            "A target is head, +n, MODULE, VERSION, or MODULE@head, MODULE@+n, MODULE@VERSION; of a VERSION its "
                    + "beginning is enough. What a target needs comes along."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations upgrade                       everything",
            "  migrations upgrade llm-platform          one module, and what it needs",
            "  migrations upgrade +1                    the next migration"
        })
final class UpgradeCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private OutOfOrder outOfOrder = new OutOfOrder();

    @Parameters(paramLabel = "TARGET", description = "Where to end; all heads if none is given.")
    private List<String> targets = List.of();

    @Override
    public Integer call() {
        return upgrade(root, targets, run, outOfOrder);
    }

    static int upgrade(MigrationsCommand root, List<String> targets, RunOptions run, OutOfOrder outOfOrder) {
        List<Target> parsed = targets.stream().map(Target::parse).toList();
        try (Workspace workspace = root.openWorkspace()) {
            workspace.connectEarly();
            Planner planner = workspace.planner();
            return carryOut(
                    root, workspace, run, histories -> planner.upgrade(histories, parsed, outOfOrder.isAllowed()));
        }
    }

    /** Runs what a plan says and shows how it ended. */
    static int carryOut(
            MigrationsCommand root, Workspace workspace, RunOptions options, Function<Histories, Plan> planning) {
        refuseBadFiles(workspace);
        ApplyReport report;
        try (RunProgress progress = new RunProgress(root.console())) {
            report = new MigrationRun(
                            workspace::open, workspace.migrations(), options.settings(), progress, root.interruption())
                    .run(planning);
        } catch (SQLException e) {
            throw workspace.refused(e);
        }
        return root.console().show(new RunReport(report, workspace.modules()));
    }

    /** What is wrong with the files needs no database to be said, and is said all at once. */
    private static void refuseBadFiles(Workspace workspace) {
        List<Problem> problems = new ArrayList<>(workspace.planner().fileProblems());
        if (!problems.isEmpty()) {
            problems.addAll(FileValidation.problems(workspace.migrations(), Optional.empty()));
            throw new ProblemException(problems.stream().distinct().toList(), null);
        }
    }
}
