package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Header;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Replaced;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One correction of a history, or of the books of a backfill.
 *
 * @param row the row that it is about
 * @param what what it does, as a sentence
 * @param edited the file as it is now, when the correction accepts an edit
 * @param sql the statement that does it
 */
public record Mend(
        String module,
        HistoryRow row,
        String what,
        @Nullable ScriptFile edited,
        String sql) {

    /** Everything that makes the histories agree with the files again. */
    public static List<Mend> list(Migrations files, Histories histories) {
        Migrations migrations = Planner.seenBy(files, histories);
        List<Mend> mends = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            ModuleHistory history = histories.of(module.name());
            Collector found = new Collector(module, history.lastRank(), mends);
            for (Map.Entry<Version, HistoryRow> each : history.applied().entrySet()) {
                Revision revision = new Revision(module.name(), each.getKey());
                if (!each.getValue().success() || !Planner.isReplaced(migrations, revision)) {
                    found.add(each.getValue(), migrations.find(revision).map(Change.class::cast));
                }
            }
            Planner.findTakingOver(migrations, histories, module.name())
                    .ifPresent(baseline -> found.addTakenOver(history, baseline));
            history.findBaselineRow()
                    .filter(row -> !row.success() || row.checksum() != null)
                    .ifPresent(row -> found.addBaseline(row, migrations.findBaseline(module.name())));
            for (HistoryRow row : history.repeatables().values()) {
                found.add(row, findRepeatable(migrations.listRepeatables(module.name()), row));
            }
            mends.addAll(BackfillMends.list(migrations, histories, module));
        }
        return mends;
    }

    /** Where its file is there, its row is as the last run left it; a change of the file makes it run again. */
    private static Optional<Change> findRepeatable(List<Repeatable> files, HistoryRow row) {
        return files.stream()
                .filter(each -> HistorySql.shortened(each.description()).equals(row.description()))
                .map(Change.class::cast)
                .findFirst();
    }

    /** The address of what it is about. */
    public String name() {
        return row.version() == null
                ? module + "@" + Repeatable.shortName(row.script())
                : new Revision(module, row.version()).toString();
    }

    /** Finds the corrections of one module, and numbers the rows that these add. */
    private static final class Collector {

        private final Module module;
        private final List<Mend> mends;
        private int lastRank;

        Collector(Module module, int lastRank, List<Mend> mends) {
            this.module = module;
            this.lastRank = lastRank;
            this.mends = mends;
        }

        void add(HistoryRow row, Optional<Change> file) {
            if (row.isInterruptedDowngrade()) {
                add(row, "its downgrade did not end: it counts as applied again", null, sql().undoMarkRemoved(row));
            } else if (!row.success()) {
                add(
                        row,
                        "its upgrade did not end: its row is removed, and it counts as pending again",
                        null,
                        sql().forgotten(row.version(), row.description()));
            } else if ((row.isOfFile(module) || row.isOfBaselineFile()) && file.isEmpty()) {
                String insert = sql().insert(List.of(NewRow.removal(row)));
                lastRank++;
                add(
                        row,
                        "its file " + row.script() + " is gone: a DELETE row is added, what it did stays",
                        null,
                        insert);
            } else if (row.isOfFile(module) && row.version() != null) {
                addChange(row, file.orElseThrow());
            }
        }

        /** One that was recorded by us stands for what it did all the same, with its file or without. */
        void addBaseline(HistoryRow row, Optional<Migration> inForce) {
            Optional<Migration> file = inForce.filter(each -> Objects.equals(each.version(), row.version()));
            if (!row.success() || (row.isOfBaselineFile() && inForce.isEmpty())) {
                add(row, Optional.empty());
            } else {
                file.ifPresent(each -> addChange(row, each));
            }
        }

        /** What a baseline that is not in the history yet would otherwise be refused for. */
        void addTakenOver(ModuleHistory history, Migration baseline) {
            Header header = baseline.upgrade().header();
            history.applied().headMap(baseline.version(), true).forEach((version, row) -> {
                if (row.success() && !header.replaces().contains(version)) {
                    String insert = sql().insert(List.of(NewRow.removal(row)));
                    lastRank++;
                    add(
                            row,
                            baseline.upgrade().name()
                                    + " was not made from it: a DELETE row is added, what it did stays",
                            null,
                            insert);
                } else if (row.success() && row.isOfCode()) {
                    header.findReplaced(version, false).ifPresent(each -> addSquashed(row, each));
                }
            });
            history.findBaselineRow()
                    .filter(row -> row.success() && row.checksum() != null && row.version() != null)
                    .ifPresent(row -> header.findReplaced(history.findBaseline().orElseThrow(), true)
                            .ifPresent(each -> addSquashed(row, each)));
        }

        private void addSquashed(HistoryRow row, Replaced squashed) {
            Integer checksum = squashed.checksum();
            if (checksum != null && squashed.contradicts(row.checksum())) {
                add(
                        row,
                        "it was squashed as another file: checksum " + row.checksum() + " becomes " + checksum,
                        null,
                        sql().withChecksum(row, checksum));
            }
        }

        private void addChange(HistoryRow row, Change file) {
            List<String> changes = new ArrayList<>();
            boolean edited = !Objects.equals(row.checksum(), file.checksum());
            if (edited) {
                changes.add("checksum " + row.checksum() + " becomes " + file.checksum());
            }
            if (!row.isOfKind(file)) {
                changes.add(row.script() + " becomes " + file.upgrade().name());
            }
            if (!row.description().equals(HistorySql.shortened(file.description()))) {
                changes.add("'" + row.description() + "' becomes '" + file.description() + "'");
            }
            if (!changes.isEmpty()) {
                add(
                        row,
                        "its file was edited: " + String.join(", ", changes),
                        edited ? file.upgrade() : null,
                        sql().realigned(row, file));
            }
        }

        private HistorySql sql() {
            return new HistorySql(module.history(), new Ranks.Known(lastRank));
        }

        private void add(HistoryRow row, String what, @Nullable ScriptFile edited, String sql) {
            mends.add(new Mend(module.name(), row, what, edited, sql));
        }
    }
}
