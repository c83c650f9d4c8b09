package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a database is that nobody looks at: the histories that follow from the versions that somebody names. */
public final class OfflineStart {

    private final Migrations migrations;
    private final Map<String, Optional<Version>> ends;

    private OfflineStart(Migrations migrations, Map<String, Optional<Version>> ends) {
        this.migrations = migrations;
        this.ends = new LinkedHashMap<>(ends);
    }

    /**
     * From targets such as {@code base} or {@code shop@20260101}; modules that none of them names are taken as complete.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if one names no place
     */
    public static OfflineStart of(Migrations migrations, List<Target> from) {
        return new OfflineStart(migrations, StampPlanner.ends(migrations, from));
    }

    /** From the version of each module; a module without one is at its base. */
    public static OfflineStart of(Migrations migrations, Map<String, Version> current) {
        Map<String, Optional<Version>> ends = new LinkedHashMap<>();
        for (Module module : migrations.modules().list()) {
            ends.put(module.name(), Optional.ofNullable(current.get(module.name())));
        }
        return new OfflineStart(migrations, ends);
    }

    /**
     * As a database would have them that was migrated to these places. Whether its repeatable migrations have run as they
     * are now, a place does not say: as if they had not, so that a way to the head runs them. Modules that nobody named
     * are complete, these included.
     */
    public Histories histories() {
        Map<String, ModuleHistory> histories = new HashMap<>();
        for (Module module : migrations.modules().list()) {
            Optional<Version> end = ends.containsKey(module.name())
                    ? ends.get(module.name())
                    : migrations.findHead(module.name()).map(Migration::version);
            histories.put(module.name(), history(module, end));
        }
        return new Histories(histories);
    }

    /** The histories that somebody named; the others are a guess. */
    public Map<String, ModuleHistory> known() {
        Histories all = histories();
        Map<String, ModuleHistory> known = new LinkedHashMap<>();
        ends.keySet().forEach(module -> known.put(module, all.of(module)));
        return known;
    }

    private ModuleHistory history(Module module, Optional<Version> end) {
        List<Change> changes = new ArrayList<>();
        end.ifPresent(each -> changes.addAll(
                migrations.versions(module.name()).headMap(each, true).values()));
        if (!ends.containsKey(module.name())) {
            changes.addAll(migrations.listRepeatables(module.name()));
        }
        List<HistoryRow> rows = new ArrayList<>();
        changes.forEach(each -> rows.add(row(each, rows.size() + 1)));
        return new ModuleHistory(!rows.isEmpty(), !rows.isEmpty(), rows);
    }

    private static HistoryRow row(Change change, int rank) {
        return new HistoryRow(
                rank,
                change.findVersion().orElse(null),
                HistorySql.shortened(change.description()),
                HistoryRow.typeOf(change),
                change.upgrade().name(),
                change.checksum(),
                "",
                LocalDateTime.MIN,
                0,
                true);
    }
}
