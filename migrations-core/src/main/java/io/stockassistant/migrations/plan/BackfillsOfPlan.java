package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the places of backfills among the steps of a plan, as a run will find them. */
final class BackfillsOfPlan {

    private final Migrations migrations;
    private final BackfillOrder order;
    private final Histories histories;
    private final Set<Revision> planned = new HashSet<>();
    private final Map<Backfill, Optional<Step>> places = new LinkedHashMap<>();

    BackfillsOfPlan(Migrations migrations, Histories histories) {
        this.migrations = migrations;
        this.order = new BackfillOrder(migrations);
        this.histories = histories;
    }

    List<PlannedBackfill> met(Plan plan, Collection<String> named) {
        for (Step step : plan.steps()) {
            order.listDueBefore(step).forEach(each -> meet(each, step));
            step.findVersion().ifPresent(each -> planned.add(new Revision(step.module(), each)));
        }
        migrations.modules().list().stream()
                .filter(each -> named.contains(each.name()))
                .flatMap(each -> migrations.listBackfills(each.name()).stream())
                .filter(each -> order.isReached(each, histories, planned))
                .forEach(each -> meet(each, null));
        return places.entrySet().stream()
                .map(each -> new PlannedBackfill(
                        each.getKey(),
                        each.getValue().orElse(null),
                        waiting(plan, each.getKey()),
                        order.isReady(each.getKey(), histories, Set.of())))
                .toList();
    }

    private void meet(Backfill backfill, @Nullable Step before) {
        if (!histories.completeBackfills().contains(backfill.revision())
                && order.isReady(backfill, histories, planned)) {
            places.putIfAbsent(backfill, Optional.ofNullable(before));
        }
    }

    private List<Step> waiting(Plan plan, Backfill backfill) {
        return plan.steps().stream()
                .filter(each -> order.listNeededBy(each).contains(backfill))
                .toList();
    }

    /** What was done after a migration that is undone, and has left something in the books. */
    List<PlannedBackfill> forgotten(Plan plan) {
        Map<Backfill, Step> forgotten = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            order.listBuiltOn(step).stream()
                    .filter(each -> histories.findBackfill(each.revision()).isPresent())
                    .forEach(each -> forgotten.putIfAbsent(each, step));
        }
        return forgotten.entrySet().stream()
                .map(each -> new PlannedBackfill(each.getKey(), each.getValue(), List.of(), true))
                .toList();
    }
}
