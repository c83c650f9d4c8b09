package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.StampRun;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.production.ProductionRules;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Records where a database is, without running a script. */
@Command(
        name = "stamp",
        header = "Records that the database is at the targets, without running a script.",
        description = {
            "",
            "For a database that was brought there in another way. Everything up to a target counts as applied, "
                    + "everything above it in the same module does not; other modules stay as they are. A target is "
                    + "head, base, MODULE, VERSION, or MODULE@head, MODULE@base, MODULE@VERSION. Repeatable migrations "
                    + "are not recorded: the next upgrade runs them."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations stamp head                          everything counts as applied",
            "  migrations stamp data-engineering@20260212     one module is at this migration",
            "  migrations stamp llm-platform@base --purge     forget what its history says"
        })
final class StampCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--purge", description = "First remove every row from the histories of the modules named.")
    private boolean purge;

    @Parameters(paramLabel = "TARGET", arity = "1..*", description = "Where the modules are.")
    private List<String> targets = List.of();

    @Override
    public Integer call() {
        List<Target> parsed = targets.stream().map(Target::parse).toList();
        try (Workspace workspace = root.openWorkspace()) {
            if (workspace.isProduction()) {
                ProductionRules.checkTargets("stamp", parsed);
            }
            Planner planner = workspace.planner();
            Set<String> purged = purge ? planner.stamped(parsed) : Set.of();
            try (RunProgress progress = new RunProgress(root.console())) {
                ApplyReport report = new StampRun(workspace.runContext(run.settings(), progress))
                        .run(histories -> planner.stamp(histories, parsed, purge), purged);
                return root.console().show(new StampReport(new RunReport(report, workspace.modules())));
            } catch (SQLException e) {
                throw workspace.target().refused(e);
            }
        }
    }
}
