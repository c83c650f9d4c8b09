package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlannedBackfill;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.production.DataAtStake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what an upgrade or a downgrade would do. */
@Command(
        name = "plan",
        header = "Shows what an upgrade or a downgrade would do, and changes nothing.",
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations plan                          what 'upgrade' would do",
            "  migrations plan downgrade -1             what 'downgrade -1' would do",
            "  migrations plan -o plan.json             the same as JSON in a file"
        })
final class PlanCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Option(
            names = "--out-of-order",
            description = "As with upgrade: also pending migrations that are older than an applied one.")
    private boolean outOfOrder;

    @Option(names = "--cascade", description = "As with downgrade: also modules that the target does not name.")
    private boolean cascade;

    @Mixin
    private WithBackfills backfills = new WithBackfills();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write the plan as JSON to this file.")
    private @Nullable Path file;

    @Parameters(paramLabel = "[upgrade|downgrade] TARGET", description = "As those commands take it.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        boolean down = !words.isEmpty() && words.get(0).equals("downgrade");
        boolean named = down || (!words.isEmpty() && words.get(0).equals("upgrade"));
        List<Target> targets =
                words.stream().skip(named ? 1 : 0).map(Target::parse).toList();
        try (Workspace workspace = root.openWorkspace()) {
            workspace.target().connectEarly();
            Planner planner = workspace.planner();
            PlanReport report = workspace.target().query(connection -> {
                Histories histories =
                        HistoryReader.read(connection, workspace.modules().list());
                Plan plan = down
                        ? planner.downgrade(histories, onlyOne(targets), cascade)
                        : planner.upgrade(histories, targets, outOfOrder);
                Scripts scripts = new Scripts(workspace.migrations()).read(plan);
                return new PlanReport(
                        plan,
                        scripts,
                        DatabaseIdentity.of(connection),
                        new DataAtStake(connection, workspace.modules()).list(plan, scripts),
                        BackfillInPlan.list(
                                PlannedBackfill.list(
                                        workspace.migrations(),
                                        histories,
                                        plan,
                                        down ? Set.of() : planner.modulesOf(targets)),
                                plan.direction(),
                                backfills.areWanted(),
                                workspace,
                                connection),
                        Json.object(
                                "direction",
                                (down ? Direction.DOWN : Direction.UP).word(),
                                "targets",
                                words.stream().skip(named ? 1 : 0).toList(),
                                "outOfOrder",
                                outOfOrder,
                                "cascade",
                                cascade));
            });
            if (file != null) {
                PlanFile.write(report, file);
            }
            return root.console().show(report);
        }
    }

    private static Target onlyOne(List<Target> targets) {
        if (targets.size() != 1) {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "A downgrade goes to one target, and " + targets.size() + " are given.",
                            "migrations plan downgrade -1")
                    .asException();
        }
        return new ArrayList<>(targets).get(0);
    }
}
