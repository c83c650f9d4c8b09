package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each of a set of migrations needs of the others before it can run: its predecessor in its module, what its
 * header names, and of every module that its module builds on the newest migration not younger than itself. Where one
 * of the two modules has no timestamps, it needs of that module what its header names, or else the newest.
 */
final class Needs {

    private final Migrations migrations;
    private final Map<String, NavigableMap<Version, Migration>> byVersion = new HashMap<>();
    private final Map<String, NavigableMap<Long, Migration>> byAge = new HashMap<>();

    /** @param among the migrations that count; needs outside of them are taken as met */
    Needs(Migrations migrations, Collection<Migration> among) {
        this.migrations = migrations;
        for (Migration migration : among) {
            String module = migration.module();
            byVersion.computeIfAbsent(module, key -> new TreeMap<>()).put(migration.version(), migration);
            if (migrations.hasTimestamps(module)) {
                byAge.computeIfAbsent(module, key -> new TreeMap<>())
                        .merge(migration.age().orElseThrow(), migration, Needs::newer);
            }
        }
    }

    /** The migrations of the set that one directly needs. */
    Set<Migration> of(Migration migration) {
        Set<Migration> needs = new LinkedHashSet<>();
        newest(versions(migration.module()).headMap(migration.version(), false)).ifPresent(needs::add);
        Set<Revision> named = migrations.listNeededBy(migration);
        for (Revision revision : named) {
            find(revision).ifPresent(needs::add);
        }
        for (String module : migrations.modules().dependenciesOf(migration.module())) {
            if (migrations.hasTimestamps(module) && migrations.hasTimestamps(migration.module())) {
                newest(byAge.getOrDefault(module, new TreeMap<>())
                                .headMap(migration.age().orElseThrow(), true))
                        .ifPresent(needs::add);
            } else if (named.stream().noneMatch(each -> each.module().equals(module))) {
                newest(versions(module)).ifPresent(needs::add);
            }
        }
        return needs;
    }

    /** The migration that a header names, or the baseline that stands for it. */
    private Optional<Migration> find(Revision named) {
        NavigableMap<Version, Migration> versions = versions(named.module());
        return Optional.ofNullable(versions.get(named.version()))
                .or(() -> migrations
                        .findBaseline(named.module())
                        .filter(each -> named.version().compareTo(each.version()) <= 0)
                        .filter(each -> versions.containsKey(each.version())));
    }

    private NavigableMap<Version, Migration> versions(String module) {
        return byVersion.getOrDefault(module, new TreeMap<>());
    }

    /** 20260101 and 20260101000000 are of one age, and two versions. */
    private static Migration newer(Migration one, Migration other) {
        return one.version().compareTo(other.version()) > 0 ? one : other;
    }

    private static Optional<Migration> newest(NavigableMap<?, Migration> map) {
        return Optional.ofNullable(map.lastEntry()).map(Map.Entry::getValue);
    }
}
