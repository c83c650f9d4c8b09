package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the places of backfills among the steps of a plan, as a run will find them. */
final class BackfillsOfPlan {

    private final Migrations migrations;
    private final Histories histories;
    private final Set<Revision> planned = new HashSet<>();
    private final Map<Backfill, Optional<Step>> places = new LinkedHashMap<>();

    BackfillsOfPlan(Migrations migrations, Histories histories) {
        this.migrations = migrations;
        this.histories = histories;
    }

    List<PlannedBackfill> met(Plan plan, Collection<String> named) {
        for (Step step : plan.steps()) {
            due(step).forEach(each -> meet(each, step));
            step.findVersion().ifPresent(each -> planned.add(new Revision(step.module(), each)));
        }
        migrations.modules().list().stream()
                .filter(each -> named.contains(each.name()))
                .flatMap(each -> migrations.listBackfills(each.name()).stream())
                .filter(this::isReached)
                .forEach(each -> meet(each, null));
        return places.entrySet().stream()
                .map(each -> new PlannedBackfill(
                        each.getKey(),
                        each.getValue().orElse(null),
                        waiting(plan, each.getKey()),
                        isThere(each.getKey(), Set.of())))
                .toList();
    }

    /** Those of its module that come before it, and what its header names. */
    private Set<Backfill> due(Step step) {
        Set<Backfill> due = new LinkedHashSet<>();
        migrations.listBackfills(step.module()).stream()
                .filter(each -> step.findVersion()
                        .filter(version -> each.version().compareTo(version) > 0)
                        .isEmpty())
                .forEach(due::add);
        due.addAll(needed(step));
        return due;
    }

    private List<Backfill> needed(Step step) {
        return step.change() instanceof Migration each ? migrations.listBackfillsNeededBy(each) : List.of();
    }

    private void meet(Backfill backfill, @Nullable Step before) {
        if (!histories.completeBackfills().contains(backfill.revision()) && isThere(backfill, planned)) {
            places.putIfAbsent(backfill, Optional.ofNullable(before));
        }
    }

    /** Whether all migrations that it needs are in the database, or among others. */
    private boolean isThere(Backfill backfill, Set<Revision> others) {
        return migrations.listNeededBy(backfill).stream()
                .allMatch(each -> histories.holds(each) || others.contains(each));
    }

    private boolean isReached(Backfill backfill) {
        String module = backfill.module();
        Stream<Version> there = Stream.concat(
                histories.of(module).findCurrent().stream(),
                planned.stream().filter(each -> each.module().equals(module)).map(Revision::version));
        return there.anyMatch(each -> each.compareTo(backfill.version()) > 0)
                || migrations.list(module).stream()
                        .allMatch(each -> histories.holds(each) || planned.contains(each.revision()));
    }

    private List<Step> waiting(Plan plan, Backfill backfill) {
        return plan.steps().stream()
                .filter(each -> needed(each).contains(backfill))
                .toList();
    }

    /** What was done after a migration that is undone, and has left something in the books. */
    List<PlannedBackfill> forgotten(Plan plan) {
        Map<Backfill, Step> forgotten = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            Version undone = step.findVersion().orElseThrow();
            List<Backfill> after = new ArrayList<>(migrations.listBackfills(step.module()));
            after.removeIf(each -> each.version().compareTo(undone) <= 0
                    || histories.findBackfill(each.revision()).isEmpty());
            after.forEach(each -> forgotten.putIfAbsent(each, step));
        }
        return forgotten.entrySet().stream()
                .map(each -> new PlannedBackfill(each.getKey(), each.getValue(), List.of(), true))
                .toList();
    }
}
