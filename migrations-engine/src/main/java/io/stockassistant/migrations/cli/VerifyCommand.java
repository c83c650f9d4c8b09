package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.verify.Verification;
import io.stockassistant.migrations.verify.Verified;
import io.stockassistant.migrations.verify.VerifyWish;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Proves that migrations go up, down and up again. */
@Command(
        name = "verify",
        header = "Takes migrations up, down and up again on a throw-away database, and compares.",
        description = {
            "",
            "Each migration that is pending in the database is proven, or every one with --all, which needs no "
                    + "database. Proves also that each module runs from empty with what it depends on alone, that what "
                    + "comes late makes no difference, and that each module can be taken back beside the others. Ends "
                    + "with 3 when something is found."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations verify                      what the next upgrade would run",
            "  migrations verify shop --all           every migration of one module",
            "  migrations verify --all --with-rows    lists also values that are lost on the way"
        })
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", description = "The modules whose migrations are proven; all if none is named.")
    private List<String> modules = List.of();

    @Option(names = "--all", description = "Every migration, whatever the database has.")
    private boolean all;

    @Option(names = "--with-rows", description = "Keep rows in every table, and list values that do not survive.")
    private boolean withRows;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Override
    public Integer call() {
        VerifyWish wish = new VerifyWish(Set.copyOf(modules), withRows);
        try (Workspace workspace = root.openWorkspace()) {
            Histories histories = all ? Histories.empty() : workspace.histories();
            try (Shadow shadow = all
                    ? workspace.target().shadow(shadows)
                    : workspace.shadows().open(shadows)) {
                Verified verified = verify(workspace, shadow, wish, histories);
                return root.console().show(new VerifyReport(verified, new SchemaOwners(workspace.modules())));
            }
        }
    }

    private Verified verify(Workspace workspace, Shadow shadow, VerifyWish wish, Histories histories) {
        Verification verification = new Verification(workspace.migrations(), shadow, root.replay());
        return ShadowWork.on(shadow, () -> verification.verify(wish, histories));
    }
}
