package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.apply.StepGuard;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.BackfillOrder;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The backfills that a run of one transaction meets: they work on connections of their own, which see nothing of it. So
 * none is begun or forgotten on its way, and a step for which that would have to be may not begin.
 */
public final class BackfillsOutside implements StepGuard {

    private final Migrations migrations;
    private final BackfillOrder order;
    private final Map<Revision, Boolean> completeByBegun = new HashMap<>();

    public BackfillsOutside(Migrations migrations) {
        this.migrations = migrations;
        this.order = new BackfillOrder(migrations);
    }

    /** What the database was like when the run began. */
    public void saw(Histories histories) {
        migrations.modules().list().stream()
                .flatMap(each -> histories.listBackfills(each.name()).stream())
                .forEach(each -> completeByBegun.put(each.revision(), each.complete()));
    }

    @Override
    public Optional<Failure> before(Step step) {
        return step.direction() == Direction.UP
                ? order.listNeededBy(step).stream()
                        .filter(each -> !completeByBegun.getOrDefault(each.revision(), false))
                        .findFirst()
                        .map(each -> needed(step, each))
                : order.listBuiltOn(step).stream()
                        .filter(each -> completeByBegun.containsKey(each.revision()))
                        .findFirst()
                        .map(each -> builtOn(step, each));
    }

    private static Failure needed(Step step, Backfill backfill) {
        return Failure.beforeStep(
                step,
                ProblemCode.BACKFILL_PENDING,
                step.name() + " depends on the backfill " + backfill
                        + ", which is not complete and cannot be a part of one transaction.",
                "Leave --atomic out, or upgrade to what comes before " + step.name() + " and then: migrations backfill"
                        + " run " + backfill);
    }

    private static Failure builtOn(Step step, Backfill backfill) {
        return Failure.beforeStep(
                step,
                ProblemCode.NOT_ATOMIC,
                "Undoing " + step.name() + " makes the backfill " + backfill
                        + " begin anew, which cannot be a part of one transaction.",
                "Leave --atomic out.");
    }
}
