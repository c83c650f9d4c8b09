package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backfill that is met on the way of a plan: on the way up one that is not complete, on the way down one that will be
 * forgotten.
 *
 * @param before the step before which it is met; absent after the last one
 * @param waiting the steps that wait until it is complete
 * @param ready whether all is in the database already that has to be there before it runs
 */
public record PlannedBackfill(Backfill backfill, @Nullable Step before, List<Step> waiting, boolean ready) {

    public PlannedBackfill {
        waiting = List.copyOf(waiting);
    }

    /**
     * Those of a plan, in the order in which a run meets them.
     *
     * @param named the modules whose heads the run may reach: what comes after their last step is met too
     */
    public static List<PlannedBackfill> list(
            Migrations migrations, Histories histories, Plan plan, Collection<String> named) {
        BackfillsOfPlan backfills = new BackfillsOfPlan(migrations, histories);
        return plan.direction() == Direction.UP ? backfills.met(plan, named) : backfills.forgotten(plan);
    }

    public Optional<Step> findBefore() {
        return Optional.ofNullable(before);
    }
}
