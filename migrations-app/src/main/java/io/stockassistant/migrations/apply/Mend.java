package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One correction of a history.
 *
 * @param what what it does, as a sentence
 * @param sql the statement that does it
 */
public record Mend(Revision revision, String what, String sql) {

    /** Everything that makes the histories agree with the files again. */
    public static List<Mend> list(Migrations migrations, Histories histories) {
        List<Mend> mends = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            HistorySql sql = new HistorySql(module.history());
            histories.of(module.name()).applied().forEach((version, row) -> {
                Revision revision = new Revision(module.name(), version);
                find(revision, row, migrations.find(revision), sql).ifPresent(mends::add);
            });
        }
        return mends;
    }

    private static Optional<Mend> find(Revision revision, HistoryRow row, Optional<Migration> file, HistorySql sql) {
        if (row.isInterruptedDowngrade()) {
            return Optional.of(new Mend(
                    revision, "its downgrade did not end: it counts as applied again", sql.undoMarkRemoved(row)));
        }
        if (!row.success()) {
            return Optional.of(new Mend(
                    revision,
                    "its upgrade did not end: its row is removed, and it counts as pending again",
                    sql.forgotten(revision.version())));
        }
        if (!row.isOfScript()) {
            return Optional.empty();
        }
        if (file.isEmpty()) {
            return Optional.of(new Mend(
                    revision,
                    "its file " + row.script() + " is gone: a DELETE row is added, what it did stays",
                    sql.removed(row)));
        }
        return findChange(revision, row, file.get(), sql);
    }

    private static Optional<Mend> findChange(Revision revision, HistoryRow row, Migration file, HistorySql sql) {
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(row.checksum(), file.upgrade().checksum())) {
            changes.add(
                    "checksum " + row.checksum() + " becomes " + file.upgrade().checksum());
        }
        if (!row.description().equals(HistorySql.shortened(file.description()))) {
            changes.add("'" + row.description() + "' becomes '" + file.description() + "'");
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mend(
                        revision, "its file was edited: " + String.join(", ", changes), sql.realigned(row, file)));
    }
}
