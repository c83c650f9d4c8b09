package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A migration and what has become of it.
 *
 * @param row what the history says of it, if it is in the database
 */
public record HistoryEntry(
        Revision revision,
        String description,
        State state,
        @Nullable HistoryRow row) {

    /** What has become of a migration. */
    public enum State {
        APPLIED,
        PENDING,
        /** Pending, but older than an applied one of its module. */
        OUT_OF_ORDER,
        /** Applied, and its file is gone. */
        MISSING,
        /** A script without a transaction that began and did not end. */
        FAILED,
        /** Applied, and its file has been edited since. */
        CHANGED;

        /** The word of the command-line contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Optional<HistoryRow> findRow() {
        return Optional.ofNullable(row);
    }

    /** All migrations that there are or were, by module and version. */
    public static List<HistoryEntry> list(Migrations migrations, Histories histories) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            NavigableMap<Version, Migration> files = migrations.versions(module.name());
            ModuleHistory history = histories.of(module.name());
            NavigableSet<Version> versions = new TreeSet<>(files.keySet());
            versions.addAll(history.applied().keySet());
            for (Version version : versions) {
                entries.add(of(
                        new Revision(module.name(), version),
                        Optional.ofNullable(files.get(version)),
                        Optional.ofNullable(history.applied().get(version)),
                        history));
            }
        }
        return entries;
    }

    private static HistoryEntry of(
            Revision revision, Optional<Migration> file, Optional<HistoryRow> row, ModuleHistory history) {
        String description = file.map(Migration::description)
                .or(() -> row.map(HistoryRow::description))
                .orElse("");
        State state =
                row.map(each -> stateOfApplied(each, file)).orElseGet(() -> stateOfOther(revision.version(), history));
        return new HistoryEntry(revision, description, state, row.orElse(null));
    }

    private static State stateOfApplied(HistoryRow row, Optional<Migration> file) {
        if (!row.success()) {
            return State.FAILED;
        }
        if (!row.isOfScript()) {
            return State.APPLIED;
        }
        if (file.isEmpty()) {
            return State.MISSING;
        }
        boolean same = Objects.equals(row.checksum(), file.get().upgrade().checksum());
        return same ? State.APPLIED : State.CHANGED;
    }

    private static State stateOfOther(Version version, ModuleHistory history) {
        if (history.holds(version)) {
            return State.APPLIED; // below a baseline
        }
        return history.findCurrent().filter(each -> version.compareTo(each) < 0).isPresent()
                ? State.OUT_OF_ORDER
                : State.PENDING;
    }
}
