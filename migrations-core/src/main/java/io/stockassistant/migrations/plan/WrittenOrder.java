package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The order in which migrations run: whatever a migration needs comes before it, and of all that is ready the oldest
 * goes first, the dependency before the dependent where ages are equal. Modules with timestamps so replay in the order
 * in which they were written.
 */
final class WrittenOrder {

    private final Migrations migrations;
    private final Map<String, Integer> rankOfModule = new HashMap<>();

    WrittenOrder(Migrations migrations) {
        this.migrations = migrations;
        for (Module module : migrations.modules().list()) {
            rankOfModule.put(module.name(), rankOfModule.size());
        }
    }

    /** The given migrations in order. Needs outside of the given ones are taken as met. */
    List<Migration> sort(Collection<Migration> given) {
        Needs needs = new Needs(migrations, given);
        Map<Migration, Integer> missing = new LinkedHashMap<>();
        Map<Migration, List<Migration>> unlocks = new HashMap<>();
        for (Migration migration : given) {
            Set<Migration> direct = needs.of(migration);
            missing.put(migration, direct.size());
            direct.forEach(each ->
                    unlocks.computeIfAbsent(each, key -> new ArrayList<>()).add(migration));
        }
        PriorityQueue<Migration> ready = new PriorityQueue<>(oldestFirst());
        missing.forEach((migration, count) -> {
            if (count == 0) {
                ready.add(migration);
            }
        });
        List<Migration> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            Migration next = ready.remove();
            sorted.add(next);
            for (Migration unlocked : unlocks.getOrDefault(next, List.of())) {
                if (missing.merge(unlocked, -1, Integer::sum) == 0) {
                    ready.add(unlocked);
                }
            }
        }
        if (sorted.size() < given.size()) {
            throw new IllegalStateException("the headers form a circle, which the checks before this must report");
        }
        return sorted;
    }

    private Comparator<Migration> oldestFirst() {
        return Comparator.comparingLong(this::age)
                .thenComparing(each -> rankOfModule.getOrDefault(each.module(), 0))
                .thenComparing(Migration::version);
    }

    /** A module without timestamps goes as soon as it can. */
    private long age(Migration migration) {
        return migrations.hasTimestamps(migration.module()) ? migration.age().orElseThrow() : Long.MIN_VALUE;
    }
}
