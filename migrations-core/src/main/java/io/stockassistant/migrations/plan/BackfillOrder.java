package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where backfills stand among the steps of a plan: between the versions of their module, and before who names them. */
public final class BackfillOrder {

    private final Migrations migrations;

    public BackfillOrder(Migrations migrations) {
        this.migrations = migrations;
    }

    /** Those of its module that are older than a step, and those that it names, each behind what its own header names. */
    public List<Backfill> listDueBefore(Step step) {
        Set<Backfill> due = new LinkedHashSet<>();
        migrations.listBackfills(step.module()).stream()
                .filter(each -> step.findVersion()
                        .filter(version -> each.version().compareTo(version) > 0)
                        .isEmpty())
                .forEach(due::add);
        due.addAll(listNeededBy(step));
        return listWithNeeded(due);
    }

    /** Those that a step waits for. */
    public List<Backfill> listNeededBy(Step step) {
        return step.change() instanceof Migration each ? migrations.listBackfillsNeededBy(each) : List.of();
    }

    /** Each behind those that its header names. */
    public List<Backfill> listWithNeeded(Collection<Backfill> backfills) {
        Set<Backfill> inOrder = new LinkedHashSet<>();
        Set<Backfill> seen = new HashSet<>();
        backfills.forEach(each -> addBehindNeeded(each, seen, inOrder));
        return List.copyOf(inOrder);
    }

    private void addBehindNeeded(Backfill backfill, Set<Backfill> seen, Set<Backfill> inOrder) {
        if (seen.add(backfill)) {
            migrations.listBackfillsNeededBy(backfill).forEach(each -> addBehindNeeded(each, seen, inOrder));
            inOrder.add(backfill);
        }
    }

    /** Those of its module that are younger than a step: what they did was built on what it undoes. */
    public List<Backfill> listBuiltOn(Step undone) {
        Version version = undone.findVersion().orElseThrow();
        return migrations.listBackfills(undone.module()).stream()
                .filter(each -> each.version().compareTo(version) > 0)
                .toList();
    }

    /**
     * Whether all migrations that it needs are in the database.
     *
     * @param planned what counts as being there, too
     */
    public boolean isReady(Backfill backfill, Histories histories, Set<Revision> planned) {
        return migrations.listNeededBy(backfill).stream()
                .allMatch(each -> histories.holds(each) || planned.contains(each));
    }

    /**
     * Whether its module has come as far as that: something younger is in the database, or all there is.
     *
     * @param planned what counts as being there, too
     */
    public boolean isReached(Backfill backfill, Histories histories, Set<Revision> planned) {
        String module = backfill.module();
        Optional<Version> current = histories.of(module).findCurrent();
        Stream<Version> there = Stream.concat(
                current.stream(),
                planned.stream().filter(each -> each.module().equals(module)).map(Revision::version));
        return there.anyMatch(each -> each.compareTo(backfill.version()) > 0)
                || migrations.list(module).stream()
                        .allMatch(each -> histories.holds(each) || planned.contains(each.revision()));
    }
}
