package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Undoes what is applied. */
@Command(
        name = "downgrade",
        header = "Undoes applied migrations, down to a target, by their U files.",
        description = {
            "",
            "A target is base, -n, VERSION, or MODULE@base, MODULE@-n, MODULE@VERSION. What names an undone "
                    + "migration in its header is undone first."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations downgrade -1                  the last migration",
            "  migrations downgrade llm-platform@base   all of one module",
            "  migrations downgrade base                everything"
        })
final class DowngradeCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--cascade",
            description = "Also undo migrations of modules that the target does not name, if they depend on it.")
    private boolean cascade;

    @Parameters(paramLabel = "TARGET", description = "Where to end.")
    private String target = "";

    @Override
    public Integer call() {
        Target parsed = Target.parse(target);
        try (Workspace workspace = root.openWorkspace()) {
            workspace.connectEarly();
            Planner planner = workspace.planner();
            return UpgradeCommand.carryOut(
                    root, workspace, run, histories -> planner.downgrade(histories, parsed, cascade));
        }
    }
}
