package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Version;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history of one module, and what follows from it. */
public final class ModuleHistory {

    private final boolean schemaExists;
    private final boolean tableExists;
    private final List<HistoryRow> rows;
    private final NavigableMap<Version, HistoryRow> applied = new TreeMap<>();
    private final NavigableMap<String, HistoryRow> repeatables = new TreeMap<>();
    private Optional<HistoryRow> baseline = Optional.empty();

    /** @param rows by rank */
    public ModuleHistory(boolean schemaExists, boolean tableExists, List<HistoryRow> rows) {
        this.schemaExists = schemaExists;
        this.tableExists = tableExists;
        this.rows = List.copyOf(rows);
        for (HistoryRow row : rows) {
            Version version = row.version();
            if (row.isRepeatable()) {
                addRepeatable(row);
            } else if (version != null) { // the one row left is Flyway's note that it created the schema
                addVersioned(version, row);
            }
        }
    }

    private void addVersioned(Version version, HistoryRow row) {
        if (row.isRemoval()) {
            applied.remove(version);
            baseline = findBaseline().filter(version::equals).isPresent() ? Optional.empty() : baseline;
        } else if (row.isBaseline()) {
            baseline = Optional.of(row);
        } else {
            applied.put(version, row);
        }
    }

    private void addRepeatable(HistoryRow row) {
        if (row.isRemoval()) {
            repeatables.remove(row.description());
        } else {
            repeatables.put(row.description(), row);
        }
    }

    /** The history of a module that was never migrated. */
    public static ModuleHistory empty() {
        return new ModuleHistory(false, false, List.of());
    }

    public boolean schemaExists() {
        return schemaExists;
    }

    public boolean tableExists() {
        return tableExists;
    }

    /** Every row, by rank. */
    public List<HistoryRow> rows() {
        return rows;
    }

    /** The rank of the newest row; 0 when there is none. */
    public int lastRank() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).rank();
    }

    /** The rows of what is in the database now: neither undone nor taken back. Failed ones are among them. */
    public NavigableMap<Version, HistoryRow> applied() {
        return Collections.unmodifiableNavigableMap(applied);
    }

    /** The latest run of each repeatable migration that is in the database now, by description. */
    public NavigableMap<String, HistoryRow> repeatables() {
        return Collections.unmodifiableNavigableMap(repeatables);
    }

    /** Whether a repeatable migration has ever run with a content, whatever came after it. */
    public boolean hasRun(String description, @Nullable Integer checksum) {
        return rows.stream()
                .filter(row -> row.isRepeatable() && !row.isRemoval() && row.success())
                .anyMatch(row -> row.description().equals(description) && Objects.equals(row.checksum(), checksum));
    }

    /** The version up to which a baseline stands for all migrations, if there is one. */
    public Optional<Version> findBaseline() {
        return baseline.map(HistoryRow::version);
    }

    /** The row of the baseline at a version, if it is the one that counts. */
    public Optional<HistoryRow> findBaseline(Version version) {
        return findBaseline().filter(version::equals).isPresent() ? baseline : Optional.empty();
    }

    /** The row of the baseline that counts. */
    public Optional<HistoryRow> findBaselineRow() {
        return baseline;
    }

    /** Whether a version needs no run any more: applied, or covered by a baseline. */
    public boolean holds(Version version) {
        return applied.containsKey(version)
                || findBaseline().filter(each -> version.compareTo(each) <= 0).isPresent();
    }

    /** Whether no migration counts as applied. */
    public boolean isEmpty() {
        return applied.isEmpty() && baseline.isEmpty();
    }

    /** The newest version in the database, the baseline included. */
    public Optional<Version> findCurrent() {
        Optional<Version> newest = applied.isEmpty() ? Optional.empty() : Optional.of(applied.lastKey());
        Optional<Version> covered = findBaseline();
        if (newest.isEmpty()
                || covered.filter(each -> each.compareTo(newest.get()) > 0).isPresent()) {
            return covered.or(() -> newest);
        }
        return newest;
    }

    /** The same without what stopped in the middle: the newest version that is there whole. */
    public Optional<Version> findLastWhole() {
        Optional<Version> newest = applied.descendingMap().entrySet().stream()
                .filter(each -> each.getValue().success())
                .map(Map.Entry::getKey)
                .findFirst();
        return Stream.concat(newest.stream(), baseline.filter(HistoryRow::success).map(HistoryRow::version).stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModuleHistory history
                && schemaExists == history.schemaExists
                && tableExists == history.tableExists
                && rows.equals(history.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
