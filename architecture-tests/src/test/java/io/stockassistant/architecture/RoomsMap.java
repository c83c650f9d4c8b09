package io.stockassistant.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which package of {@code migrations} may know which others, and what of {@code shared}: the map in ARCHITECTURE.md. A
 * package without a line is in no map, and may not be.
 */
final class RoomsMap {

    static final Map<String, Set<String>> CORE = Map.ofEntries(
            room("problem"),
            room("flyway", "shared.migration"),
            room("module", "problem", "shared.migration"),
            room("script", "flyway", "module", "problem", "shared.migration"),
            room("history", "module", "problem", "script"),
            room("plan", "history", "module", "problem", "script"),
            room("model", "history", "module", "problem", "shared.naming", "shared.persistence"),
            room("readiness", "history", "model", "module", "plan", "problem", "script", "shared.config"),
            room("readiness.spring", "problem", "readiness", "shared.config"));

    static final Map<String, Set<String>> ENGINE = Map.ofEntries(
            room("database", "problem", "shared.config"),
            room("database.embedded", "problem"),
            room("apply", "database", "flyway", "history", "module", "plan", "problem", "script", "shared.migration"),
            room("backfill", "apply", "database", "history", "module", "plan", "problem", "script", "shared.migration"),
            room("production", "apply", "history", "module", "plan", "problem", "script"),
            room("shadow", "database", "database.embedded", "module", "problem", "shared.config"),
            room("catalog", "history"),
            room("baseline", "catalog", "history"),
            room(
                    "replay",
                    "apply",
                    "backfill",
                    "catalog",
                    "history",
                    "module",
                    "plan",
                    "problem",
                    "script",
                    "shadow",
                    "shared.config"),
            room("reference"),
            room("training"),
            room("rows", "catalog"),
            room("change", "baseline", "catalog", "history", "module", "rows", "script", "shadow"),
            room("rollout", "catalog", "change", "history", "module", "shadow"),
            room("change.pgcodekeeper", "change", "script", "shadow", "shared.config"),
            room("drift", "catalog", "history", "module", "plan", "problem", "replay", "script", "shadow"),
            room(
                    "verify", "apply", "catalog", "history", "module", "plan", "problem", "replay", "rows", "script",
                    "shadow"),
            room(
                    "diff",
                    "autogenerate",
                    "baseline",
                    "catalog",
                    "change",
                    "module",
                    "problem",
                    "replay",
                    "script",
                    "shadow"),
            room("authoring", "history", "module", "plan", "problem", "script"),
            room(
                    "autogenerate",
                    "apply",
                    "catalog",
                    "change",
                    "history",
                    "model",
                    "module",
                    "plan",
                    "problem",
                    "replay",
                    "rollout",
                    "script",
                    "shadow",
                    "shared.config"),
            room(
                    "autogenerate.hibernate",
                    "autogenerate",
                    "history",
                    "module",
                    "problem",
                    "shared.naming",
                    "shared.persistence"),
            room(
                    "effect",
                    "apply",
                    "catalog",
                    "database",
                    "history",
                    "module",
                    "plan",
                    "problem",
                    "replay",
                    "rows",
                    "script",
                    "shadow",
                    "shared.config"),
            room(
                    "lint",
                    "apply",
                    "backfill",
                    "database",
                    "effect",
                    "history",
                    "module",
                    "plan",
                    "problem",
                    "replay",
                    "script",
                    "shadow",
                    "shared.config"),
            room("lint.rule", "apply", "effect", "lint", "module", "plan", "problem", "script"),
            room("lint.report", "lint"),
            room("lint.config", "lint", "problem"),
            room(
                    "squash",
                    "apply",
                    "authoring",
                    "baseline",
                    "catalog",
                    "module",
                    "plan",
                    "problem",
                    "replay",
                    "script",
                    "shadow",
                    "shared.config"),
            room("logging", "apply", "database", "plan", "problem", "script"),
            room(
                    "cli",
                    "apply",
                    "authoring",
                    "autogenerate",
                    "autogenerate.hibernate",
                    "backfill",
                    "catalog",
                    "change",
                    "change.pgcodekeeper",
                    "database",
                    "database.embedded",
                    "diff",
                    "drift",
                    "effect",
                    "history",
                    "lint",
                    "lint.config",
                    "lint.report",
                    "lint.rule",
                    "logging",
                    "model",
                    "module",
                    "plan",
                    "problem",
                    "production",
                    "reference",
                    "replay",
                    "rollout",
                    "script",
                    "shadow",
                    "shared.config",
                    "shared.migration",
                    "squash",
                    "training",
                    "verify"));

    private RoomsMap() {}

    static Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>(CORE);
        all.putAll(ENGINE);
        return all;
    }

    private static Map.Entry<String, Set<String>> room(String name, String... known) {
        return entry(name, new TreeSet<>(Set.of(known)));
    }
}
