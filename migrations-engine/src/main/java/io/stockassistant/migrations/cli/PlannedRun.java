package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.FileValidation;
import io.stockassistant.migrations.apply.MigrationRun;
import io.stockassistant.migrations.apply.PlanGate;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.production.ApprovedPlan;
import io.stockassistant.migrations.production.Consent;
import io.stockassistant.migrations.production.ProductionRules;
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
    private final RunOptions options;

    PlannedRun(MigrationsCommand root, Workspace workspace, RunOptions options) {
        this.root = root;
        this.workspace = workspace;
        this.options = options;
    }

    /**
     * Carries out a plan made from targets.
     *
     * @param named the modules that these name
     */
    RunReport run(Function<Histories, Plan> planning, Consent consent, Set<String> named) {
        return run(planning, productionGate(consent, named));
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
                });
        return report.with(asRead::withWayOn);
    }

    private PlanGate productionGate(Consent consent, Set<String> named) {
        return workspace.isProduction() ? ProductionRules.gate(consent, named, workspace.modules()) : PlanGate.OPEN;
    }

    private RunReport run(Function<Histories, Plan> planning, PlanGate gate) {
        refuseBadFiles(workspace);
        ApplyReport report;
        RunProgress progress = new RunProgress(root.console());
        try (progress) {
            report = new MigrationRun(workspace.runContext(options, progress)).run(planning, gate);
        } catch (SQLException e) {
            throw workspace.target().refused(e);
        }
        return new RunReport(report, workspace.modules(), progress.notices());
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
