package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;

/** Why a step may not begin. */
final class StepObstacles {

    private final StepGuard guard;
    private final Interruption interruption;

    StepObstacles(RunContext context) {
        this.guard = context.guard();
        this.interruption = context.interruption();
    }

    /** Looks for one step at a time: its guard may have something to do for it first. */
    synchronized Optional<Failure> find(Step step) {
        if (interruption.isRequested()) {
            return Optional.of(Failure.beforeStep(
                    step,
                    ProblemCode.INTERRUPTED,
                    "Interrupted before " + step.name() + " began.",
                    "To go on, repeat the command."));
        }
        try {
            return guard.before(step);
        } catch (SQLException e) {
            return Optional.of(Failure.beforeStep(
                    step,
                    FailedStatement.isConnectionLost(e) ? ProblemCode.CONNECTION_LOST : ProblemCode.FAILED_MIGRATION,
                    "What has to be done before " + step.name() + " failed: " + FailedStatement.text(e) + ".",
                    "Correct the cause and repeat the command."));
        } catch (ProblemException e) {
            Problem first = e.problems().get(0);
            return Optional.of(Failure.beforeStep(step, first.code(), first.message(), first.remedy()));
        }
    }
}
