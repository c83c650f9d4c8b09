package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Revision;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The histories of all modules at one moment. */
public final class Histories {

    private final Map<String, ModuleHistory> byModule;
    private final boolean journal;
    private final List<BackfillRow> backfills;

    public Histories(Map<String, ModuleHistory> byModule) {
        this(byModule, false);
    }

    /** @param journal whether the tables of the journal are there */
    public Histories(Map<String, ModuleHistory> byModule, boolean journal) {
        this(byModule, journal, List.of());
    }

    Histories(Map<String, ModuleHistory> byModule, boolean journal, List<BackfillRow> backfills) {
        this.byModule = Map.copyOf(byModule);
        this.journal = journal;
        this.backfills = List.copyOf(backfills);
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
        return backfills.stream()
                .filter(BackfillRow::complete)
                .map(BackfillRow::revision)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The backfills of a module that anybody has begun, oldest first. */
    public List<BackfillRow> listBackfills(String module) {
        return backfills.stream()
                .filter(each -> each.revision().module().equals(module))
                .sorted(Comparator.comparing(each -> each.revision().version()))
                .toList();
    }

    public Optional<BackfillRow> findBackfill(Revision revision) {
        for (BackfillRow each : backfills) {
            if (each.revision().equals(revision)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A module's history; an empty one when there is none yet. */
    public ModuleHistory of(String module) {
        return byModule.getOrDefault(module, ModuleHistory.empty());
    }

    /** Whether a migration needs no run any more, or a backfill that has no file any more. */
    public boolean holds(Revision revision) {
        return of(revision.module()).holds(revision.version())
                || findBackfill(revision).filter(BackfillRow::complete).isPresent();
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
        return new Histories(kept, journal, backfills);
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
