package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is in the database, as the way down sees it: rows with their migrations, and rows whose files are gone. */
final class AppliedMigrations {

    private final Map<String, NavigableMap<Version, Migration>> byModule = new LinkedHashMap<>();
    private final Set<Revision> withoutFile = new LinkedHashSet<>();

    AppliedMigrations(Migrations migrations, Histories histories) {
        for (Module module : migrations.modules().list()) {
            NavigableMap<Version, Migration> versions = new TreeMap<>();
            for (Version version : histories.of(module.name()).applied().keySet()) {
                Revision revision = new Revision(module.name(), version);
                if (Baselines.covers(migrations, revision)) {
                    continue; // a baseline has no way back, and neither has what it stands for
                }
                migrations
                        .find(revision)
                        .ifPresentOrElse(each -> versions.put(each.version(), each), () -> withoutFile.add(revision));
            }
            byModule.put(module.name(), versions);
        }
    }

    Set<String> modules() {
        return byModule.keySet();
    }

    /** Those of a module whose files are there, by version. */
    NavigableMap<Version, Migration> of(String module) {
        return byModule.getOrDefault(module, new TreeMap<>());
    }

    /** Those of all modules whose files are there. */
    Collection<Migration> list() {
        List<Migration> all = new ArrayList<>();
        byModule.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    Set<Revision> withoutFile() {
        return withoutFile;
    }

    /** Every applied version of a module, newest first, whether its file is there or not. */
    List<Version> newestFirst(String module) {
        TreeSet<Version> versions = new TreeSet<>(of(module).keySet());
        withoutFile.stream().filter(each -> each.module().equals(module)).forEach(each -> versions.add(each.version()));
        return List.copyOf(versions.descendingSet());
    }
}
