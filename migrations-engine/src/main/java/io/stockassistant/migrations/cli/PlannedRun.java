package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.PlanGate;
import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay;
import io.stockassistant.migrations.backfill.BackfillsOnTheWay.Handling;
import io.stockassistant.migrations.backfill.BackfillsOutside;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.production.ApprovedPlan;
import io.stockassistant.migrations.production.Consent;
import io.stockassistant.migrations.production.ProductionRules;
import io.stockassistant.migrations.script.Backfill;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Carries out what an upgrade or a downgrade plans, with the rules of the environment. */
final class PlannedRun {

    private final MigrationsCommand root;
    private final Workspace workspace;
    private final StepOptions options;
    private final boolean withBackfills;

    /** One that leaves backfills with rows to do to somebody else. */
    PlannedRun(MigrationsCommand root, Workspace workspace, StepOptions options) {
        this(root, workspace, options, false);
    }

    PlannedRun(MigrationsCommand root, Workspace workspace, StepOptions options, boolean withBackfills) {
        this.root = root;
        this.workspace = workspace;
        this.options = options;
        this.withBackfills = withBackfills;
    }

    /**
     * Carries out a plan made from targets.
     *
     * @param named the modules that these name
     */
    RunReport run(Function<Histories, Plan> planning, Consent consent, Set<String> named) {
        return run(planning, productionGate(consent, named), named);
    }

    /** Carries out a plan that was read and approved. */
    RunReport run(ApprovedPlan approved, Consent consent) {
        Planner planner = workspace.planner();
        Scripts scripts = new Scripts(workspace.migrations());
        PlanGate production = productionGate(consent, approved.modules());
        PlanAsRead asRead = new PlanAsRead(approved);
        RunReport report = run(
                histories -> asRead.check(planner, histories, workspace.modules(), scripts),
                (plan, read, connection) -> {
                    DatabaseIdentity here = DatabaseIdentity.of(connection);
                    approved.checkDatabase(here.systemIdentifier(), here.name());
                    production.check(plan, read, connection);
                },
                approved.modules());
        return report.with(asRead::withWayOn);
    }

    private PlanGate productionGate(Consent consent, Set<String> named) {
        return workspace.isProduction() ? ProductionRules.gate(consent, named, workspace.modules()) : PlanGate.OPEN;
    }

    private RunReport run(Function<Histories, Plan> planning, PlanGate gate, Set<String> named) {
        RunSettings settings = options.settings();
        check(settings);
        refuseBadFiles(workspace);
        BackfillsOnTheWay backfills = new BackfillsOnTheWay(
                workspace.target()::open,
                workspace.migrations(),
                withBackfills ? Handling.RUN : Handling.LEAVE,
                root.interruption());
        backfills.checkFiles();
        BackfillsOutside outside = new BackfillsOutside(workspace.migrations());
        RunProgress progress = new RunProgress(root.console());
        try (progress) {
            ApplyReport report = new MigrationRun(
                            workspace.runContext(settings, progress).guardedBy(settings.atomic() ? outside : backfills))
                    .run(
                            histories -> {
                                backfills.saw(histories);
                                outside.saw(histories);
                                return planning.apply(histories);
                            },
                            gate);
            boolean isUp = report.plan().direction() == Direction.UP;
            List<Backfill> pending =
                    isUp && !(report instanceof ApplyReport.Stopped) ? backfills.settleTheRest(named) : List.of();
            return new RunReport(report, workspace.modules(), progress.notices(), pending);
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
    }

    private void check(RunSettings settings) {
        if (settings.atomic() && withBackfills) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--atomic has one transaction, and a backfill has one for each batch.",
                            "Leave --with-backfills out, and run them afterwards: migrations backfill run")
                    .asException();
        }
    }

    /** What is wrong with the files needs no database to be said, and is said all at once. */
    static void refuseBadFiles(Workspace workspace) {
        List<Problem> problems = new ArrayList<>(workspace.planner().fileProblems());
        if (!problems.isEmpty()) {
            workspace.lookAtFilesOnly();
            problems.addAll(FileValidation.problems(workspace.migrations(), Optional.empty()));
            throw new ProblemException(problems.stream().distinct().toList(), null);
        }
    }
}
