package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.production.Consent;
import io.stockassistant.migrations.production.ProductionRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                    + "migration in its header is undone first. In production (MIGRATIONS_ENVIRONMENT=prod) it needs "
                    + "--allow-downgrade."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations downgrade -1                  the last migration",
            "  migrations downgrade llm-platform@base   all of one module",
            "  migrations downgrade base                everything",
            "  migrations downgrade --sql head:base     the script for psql, without a connection"
        })
final class DowngradeCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private StepOptions run = new StepOptions();

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Option(names = "--allow-downgrade", description = "In production: undo migrations.")
    private boolean allowed;

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "Where to end.")
    private @Nullable String target;

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            Planner planner = workspace.planner();
            if (sql.isWanted("downgrade", consent)) {
                List<String> words = List.of(required());
                Target end = Target.parse(sql.ends(words).stream().findFirst().orElse(""));
                return new OfflineCommand(root, workspace, run.patienceOfScript())
                        .print(
                                sql,
                                sql.starts(words),
                                histories -> planner.downgrade(histories, end, consent.cascade()));
            }
            if (workspace.isProduction()) {
                ProductionRules.checkDowngrade(consent.consent(allowed));
            }
            return root.console().show(report(workspace, planner));
        }
    }

    private RunReport report(Workspace workspace, Planner planner) {
        PlannedRun planned = new PlannedRun(root, workspace, run);
        Consent given = consent.consent(allowed);
        if (consent.findPlan().isPresent()) {
            Path file = consent.findPlan().get();
            PlanOrTargets.check(target == null ? List.of() : List.of(target), "downgrade");
            return planned.run(PlanFile.read(file, Direction.DOWN), given);
        }
        Target end = Target.parse(required());
        workspace.target().connectEarly();
        Set<String> all =
                workspace.modules().list().stream().map(each -> each.name()).collect(Collectors.toSet());
        return planned.run(histories -> planner.downgrade(histories, end, consent.cascade()), given, all);
    }

    private String required() {
        if (target == null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "A downgrade needs a target: where should it end?",
                            "migrations downgrade -1   or   migrations downgrade MODULE@VERSION")
                    .asException();
        }
        return target;
    }
}
