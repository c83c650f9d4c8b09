package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The histories of all modules at one moment. */
public final class Histories {

    private final Map<String, ModuleHistory> byModule;
    private final boolean journal;
    private final Set<Revision> completeBackfills;

    public Histories(Map<String, ModuleHistory> byModule) {
        this(byModule, false);
    }

    /** @param journal whether the tables of the journal are there */
    public Histories(Map<String, ModuleHistory> byModule, boolean journal) {
        this(byModule, journal, Set.of());
    }

    Histories(Map<String, ModuleHistory> byModule, boolean journal, Set<Revision> completeBackfills) {
        this.byModule = Map.copyOf(byModule);
        this.journal = journal;
        this.completeBackfills = Set.copyOf(completeBackfills);
    }

    /** Those of a database in which nothing has run. */
    public static Histories empty() {
        return new Histories(Map.of());
    }

    public boolean hasJournal() {
        return journal;
    }

    /** The backfills of which nothing is left to do. */
    public Set<Revision> completeBackfills() {
        return completeBackfills;
    }

    /** A module's history; an empty one when there is none yet. */
    public ModuleHistory of(String module) {
        return byModule.getOrDefault(module, ModuleHistory.empty());
    }

    /** Whether a migration needs no run any more. */
    public boolean holds(Revision revision) {
        return of(revision.module()).holds(revision.version());
    }

    /** The same; a baseline is held once it stands in the history itself, or a newer one does. */
    public boolean holds(Migration migration) {
        return migration.isBaseline()
                ? of(migration.module())
                        .findBaseline()
                        .filter(each -> each.compareTo(migration.version()) >= 0)
                        .isPresent()
                : holds(migration.revision());
    }

    /** Whether a repeatable migration has run as it is now. */
    public boolean holds(Repeatable repeatable) {
        HistoryRow row = of(repeatable.module()).repeatables().get(HistorySql.shortened(repeatable.description()));
        return row != null && row.success() && Objects.equals(row.checksum(), repeatable.checksum());
    }

    /** Whether a migration stopped in the middle. */
    public boolean isFailed(Migration migration) {
        ModuleHistory history = of(migration.module());
        HistoryRow row = migration.isBaseline()
                ? history.findBaseline(migration.version()).orElse(null)
                : history.applied().get(migration.version());
        return row != null && !row.success();
    }

    /** The same, with every row of some modules gone. */
    public Histories without(Set<String> modules) {
        Map<String, ModuleHistory> kept = new HashMap<>(byModule);
        modules.forEach(module -> kept.computeIfPresent(
                module,
                (name, history) -> new ModuleHistory(history.schemaExists(), history.tableExists(), List.of())));
        return new Histories(kept, journal, completeBackfills);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Histories histories && byModule.equals(histories.byModule);
    }

    @Override
    public int hashCode() {
        return byModule.hashCode();
    }
}
