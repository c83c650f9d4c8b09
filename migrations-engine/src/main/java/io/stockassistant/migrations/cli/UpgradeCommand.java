package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.production.ProductionRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
                    + "beginning is enough. What a target needs comes along. In production "
                    + "(MIGRATIONS_ENVIRONMENT=prod) a target is a VERSION, or --plan names an approved plan."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations upgrade                       everything",
            "  migrations upgrade llm-platform          one module, and what it needs",
            "  migrations upgrade +1                    the next migration",
            "  migrations upgrade --plan plan.json      what was read and approved",
            "  migrations upgrade --sql base:head       the script for psql, without a connection"
        })
final class UpgradeCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private StepOptions run = new StepOptions();

    @Mixin
    private OutOfOrder outOfOrder = new OutOfOrder();

    @Mixin
    private WithBackfills backfills = new WithBackfills();

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Parameters(paramLabel = "TARGET", description = "Where to end; all heads if none is given.")
    private List<String> targets = List.of();

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            if (sql.isWanted("upgrade", consent)) {
                return printSql(workspace);
            }
            Optional<Path> plan = consent.findPlan();
            workspace.target().connectEarly();
            return root.console()
                    .show(
                            plan.isPresent()
                                    ? approved(workspace, plan.get())
                                    : report(root, workspace, parse(targets), run, outOfOrder, backfills, consent));
        }
    }

    /** Upgrades, for a command that has more to show than this. */
    static RunReport report(
            MigrationsCommand root,
            Workspace workspace,
            List<Target> targets,
            StepOptions run,
            OutOfOrder outOfOrder,
            WithBackfills backfills,
            ConsentOptions consent) {
        if (workspace.isProduction()) {
            ProductionRules.checkTargets("upgrade", targets);
        }
        Planner planner = workspace.planner();
        return new PlannedRun(root, workspace, run, backfills.areWanted())
                .run(
                        histories -> planner.upgrade(histories, targets, outOfOrder.isAllowed()),
                        consent.consent(true),
                        planner.modulesOf(targets));
    }

    private RunReport approved(Workspace workspace, Path plan) {
        PlanOrTargets.check(targets, "upgrade");
        return new PlannedRun(root, workspace, run, backfills.areWanted())
                .run(PlanFile.read(plan, Direction.UP), consent.consent(true));
    }

    private int printSql(Workspace workspace) {
        List<Target> ends = parse(sql.ends(targets));
        Planner planner = workspace.planner();
        return new OfflineCommand(root, workspace, run.patienceOfScript())
                .print(sql, sql.starts(targets), histories -> planner.upgrade(histories, ends, outOfOrder.isAllowed()));
    }

    private static List<Target> parse(List<String> words) {
        return words.stream().map(Target::parse).toList();
    }
}
