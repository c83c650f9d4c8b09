package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.BackfillRow;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.ScriptFile;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes the books of backfills agree with their files again. */
final class BackfillMends {

    private static final String TYPE = "BACKFILL";

    private BackfillMends() {}

    static List<Mend> list(Migrations migrations, Histories histories, Module module) {
        List<Mend> mends = new ArrayList<>();
        for (BackfillRow row : histories.listBackfills(module.name())) {
            Optional<Backfill> file = migrations.findBackfill(row.revision());
            if (file.isEmpty()) {
                if (!Planner.isReplaced(migrations, row.revision())) {
                    mends.add(mend(
                            row,
                            "its file is gone: it is forgotten how far it was, what it did stays",
                            null,
                            "DELETE FROM " + JournalSql.BACKFILL));
                }
                continue;
            }
            int checksum = file.get().checksum();
            if (checksum != row.checksum()) {
                mends.add(mend(
                        row,
                        "its file was edited: checksum " + row.checksum() + " becomes " + checksum
                                + (row.complete() ? "" : ", and what is left is done as it says now"),
                        file.get().file(),
                        "UPDATE " + JournalSql.BACKFILL + " SET checksum = " + checksum));
            }
        }
        return mends;
    }

    private static Mend mend(BackfillRow row, String what, @Nullable ScriptFile edited, String change) {
        String module = row.revision().module();
        String version = row.revision().version().toString();
        return new Mend(
                module,
                new HistoryRow(
                        0,
                        row.revision().version(),
                        row.description(),
                        TYPE,
                        "",
                        row.checksum(),
                        "",
                        LocalDateTime.MIN,
                        0,
                        true),
                what,
                edited,
                change + " WHERE module = " + Literals.quote(module) + " AND version = " + Literals.quote(version));
    }
}
