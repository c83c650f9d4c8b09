package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.production.ApprovedPlan;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan out of a file while it is carried out: whatever goes wrong with it, the way on is a new plan. */
record PlanAsRead(ApprovedPlan plan) {

    private static final String REPEAT = "repeat the command.";
    private static final Set<ProblemCode> OF_THE_WAY =
            EnumSet.of(ProblemCode.CASCADE_REQUIRED, ProblemCode.IRREVERSIBLE);

    /**
     * The same steps, made anew.
     *
     * @throws ProblemException {@code plan-outdated} if that gives others, or none: its targets may mean nothing any
     *     more once it was carried out
     */
    Plan check(Planner planner, Histories histories, Modules modules, Scripts scripts) {
        try {
            return plan.check(planner, histories, modules, scripts);
        } catch (ProblemException e) {
            if (e.exitStatus() == ExitStatus.USAGE
                    || e.problems().stream().allMatch(each -> OF_THE_WAY.contains(each.code()))) {
                throw outdated(e);
            }
            throw e;
        }
    }

    private ProblemException outdated(ProblemException e) {
        String why = e.problems().stream().map(Problem::message).collect(Collectors.joining(" "));
        return new ProblemException(
                Problem.of(
                        ProblemCode.PLAN_OUTDATED,
                        "The plan in " + plan.file() + " cannot be made any more: " + why,
                        "Look where the database is (migrations status), and if there is still something to do, make"
                                + " a new plan and have it read: " + newPlan()),
                e);
    }

    /** A run that stopped has moved the database, or a file has to be mended: to repeat it would be refused. */
    ApplyReport withWayOn(ApplyReport report) {
        if (!(report instanceof ApplyReport.Stopped stopped)) {
            return report;
        }
        Failure failure = stopped.failure();
        if (!stopped.done().isEmpty() || failure.code().exitStatus() == ExitStatus.MIGRATION_FAILED) {
            String remedy = failure.remedy().contains(REPEAT)
                    ? failure.remedy().replace(REPEAT, "make a new plan: " + newPlan())
                    : failure.remedy() + " What is left then needs a new plan: " + newPlan();
            return stopped.with(failure.withRemedy(remedy));
        }
        return report;
    }

    private String newPlan() {
        return "migrations plan " + (plan.direction() == Direction.DOWN ? "downgrade TARGET " : "") + "-o "
                + plan.file();
    }
}
