package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.ModelCheck;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.shadow.Shadow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares what modules ask for with what their migrations build. */
@Command(
        name = "check",
        header = "Compares the models of modules with what their migrations build. Needs no database.",
        description = {
            "",
            "The models (@Entity classes and db/model/SCHEMA.sql) and the migrations are built on throw-away databases "
                    + "of an embedded server, or of the one of --shadow-url. Ends with 3 when they differ: for CI."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations check                     all modules that have models",
            "  migrations check data-engineering    one of them"
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", description = "The modules that are compared; all if none is named.")
    private List<String> modules = List.of();

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace();
                Shadow shadow = workspace.target().shadow(shadows)) {
            return root.console()
                    .show(new CheckReport(check(workspace, shadow), new SchemaOwners(workspace.modules())));
        }
    }

    private ModelCheck check(Workspace workspace, Shadow shadow) {
        return ShadowWork.on(
                shadow,
                () -> ModelCheck.of(workspace.migrations(), modules, shadow, root.replay(), Libraries.engines()));
    }
}
