package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A migration and what has become of it.
 *
 * @param version absent for a repeatable migration
 * @param row what the history says of it, if it is in the database
 */
public record HistoryEntry(
        String module,
        @Nullable Version version,
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

    public Optional<Version> findVersion() {
        return Optional.ofNullable(version);
    }

    public Optional<HistoryRow> findRow() {
        return Optional.ofNullable(row);
    }

    /** All migrations that there are or were, by module and version. */
    public static List<HistoryEntry> list(Migrations files, Histories histories) {
        Migrations migrations = Baselines.seenBy(files, histories);
        List<HistoryEntry> entries = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            NavigableMap<Version, Migration> versionsOfFiles = migrations.versions(module.name());
            ModuleHistory history = histories.of(module.name());
            NavigableSet<Version> versions = new TreeSet<>(versionsOfFiles.keySet());
            versions.addAll(history.applied().keySet());
            history.findBaseline().ifPresent(versions::add);
            for (Version version : versions) {
                Revision revision = new Revision(module.name(), version);
                entries.add(
                        versionsOfFiles.get(version) == null && isReplaced(revision, migrations, histories)
                                ? replaced(revision, history, migrations)
                                : of(
                                        module,
                                        revision,
                                        Optional.ofNullable(versionsOfFiles.get(version)),
                                        findRow(version, versionsOfFiles.get(version), history),
                                        history));
            }
            entries.addAll(listRepeatables(module.name(), migrations, histories));
        }
        return entries;
    }

    private static List<HistoryEntry> listRepeatables(String module, Migrations migrations, Histories histories) {
        Map<String, HistoryRow> rows = new TreeMap<>(histories.of(module).repeatables());
        List<HistoryEntry> entries = new ArrayList<>();
        for (Repeatable file : migrations.listRepeatables(module)) {
            HistoryRow row = rows.remove(HistorySql.shortened(file.description()));
            State state = histories.holds(file)
                    ? State.APPLIED
                    : row != null && !row.success() ? State.FAILED : State.PENDING;
            entries.add(new HistoryEntry(module, null, file.description(), state, row));
        }
        rows.values()
                .forEach(row -> entries.add(new HistoryEntry(
                        module, null, row.description(), row.success() ? State.MISSING : State.FAILED, row)));
        return entries;
    }

    /** A baseline's own row, once it is there; before, those of the migrations that it replaces. */
    private static Optional<HistoryRow> findRow(Version version, @Nullable Migration file, ModuleHistory history) {
        HistoryRow applied = history.applied().get(version);
        return applied == null || (file != null && file.isBaseline())
                ? history.findBaseline(version)
                : Optional.of(applied);
    }

    /** Whether its file is gone because a baseline stands for it, or is about to. */
    private static boolean isReplaced(Revision revision, Migrations migrations, Histories histories) {
        return Baselines.covers(migrations, revision)
                && Baselines.findTakingOver(migrations, histories, revision.module())
                        .filter(each -> histories.of(each.module()).applied().containsKey(revision.version()))
                        .map(each -> each.upgrade().header().replaces().contains(revision.version()))
                        .orElse(true);
    }

    private static HistoryEntry replaced(Revision revision, ModuleHistory history, Migrations migrations) {
        HistoryRow row = history.applied().get(revision.version());
        if (row != null && row.success() && isOfOtherFile(row, revision.module(), migrations)) {
            return new HistoryEntry(revision.module(), revision.version(), row.description(), State.CHANGED, row);
        }
        return new HistoryEntry(
                revision.module(),
                revision.version(),
                row == null ? "" : row.description(),
                row == null || row.success() ? State.APPLIED : State.FAILED,
                row);
    }

    private static boolean isOfOtherFile(HistoryRow row, String module, Migrations migrations) {
        return migrations
                .findBaseline(module)
                .filter(each -> TakeoverChecks.isOfOtherFile(row, each))
                .isPresent();
    }

    private static HistoryEntry of(
            Module module,
            Revision revision,
            Optional<Migration> file,
            Optional<HistoryRow> row,
            ModuleHistory history) {
        String description = file.map(Migration::description)
                .or(() -> row.map(HistoryRow::description))
                .orElse("");
        State state = row.map(each -> stateOfApplied(module, each, file))
                .orElseGet(() -> stateOfOther(revision.version(), file, history));
        return new HistoryEntry(revision.module(), revision.version(), description, state, row.orElse(null));
    }

    private static State stateOfApplied(Module module, HistoryRow row, Optional<Migration> file) {
        if (!row.success()) {
            return State.FAILED;
        }
        boolean ofBaseline = row.isOfBaselineFile()
                || (row.isBaseline()
                        && row.checksum() != null
                        && file.filter(Migration::isBaseline).isPresent());
        if (!row.isOfFile(module) && !ofBaseline) {
            return State.APPLIED;
        }
        if (file.isEmpty()) {
            return State.MISSING;
        }
        boolean same = row.isOfKind(file.get())
                && Objects.equals(row.checksum(), file.get().upgrade().checksum());
        return same ? State.APPLIED : State.CHANGED;
    }

    private static State stateOfOther(Version version, Optional<Migration> file, ModuleHistory history) {
        if (file.filter(Migration::isBaseline).isPresent()) {
            boolean held = history.findBaseline()
                    .filter(each -> each.compareTo(version) >= 0)
                    .isPresent();
            return held ? State.APPLIED : State.PENDING;
        }
        if (history.holds(version)) {
            return State.APPLIED; // below a baseline
        }
        return history.findCurrent().filter(each -> version.compareTo(each) < 0).isPresent()
                ? State.OUT_OF_ORDER
                : State.PENDING;
    }
}
