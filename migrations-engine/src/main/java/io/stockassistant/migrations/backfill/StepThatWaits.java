package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;

/** A step that depends on a backfill which is not complete. */
record StepThatWaits(Step step, Backfill backfill) {

    /** What stops the run before it. */
    Failure failure(BackfillState state) {
        String run = "migrations backfill run " + backfill;
        return switch (state) {
            case FAILED ->
                failure(
                        "has failed",
                        "migrations backfill show " + backfill
                                + "; when the cause is mended: migrations backfill retry " + backfill + ", " + run
                                + ", and repeat the command");
            case PAUSED ->
                failure(
                        "is paused",
                        "migrations backfill resume " + backfill + ", " + run + ", and repeat the command");
            case PENDING, RUNNING, INTERRUPTED, COMPLETE ->
                failure(
                        "is not complete",
                        run + "; then repeat the command, or let it run the backfill: migrations upgrade"
                                + " --with-backfills");
        };
    }

    private Failure failure(String how, String remedy) {
        return Failure.beforeStep(
                step,
                ProblemCode.BACKFILL_PENDING,
                step.name() + " depends on the backfill " + backfill + ", which " + how + ".",
                remedy);
    }
}
