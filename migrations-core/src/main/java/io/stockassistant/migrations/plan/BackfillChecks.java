package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.BackfillRow;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import java.util.List;
import java.util.Optional;

/** Where the books of backfills and their files disagree. */
final class BackfillChecks {

    private final Migrations migrations;
    private final Histories histories;
    private final List<Problem> problems;

    BackfillChecks(Migrations migrations, Histories histories, List<Problem> problems) {
        this.migrations = migrations;
        this.histories = histories;
        this.problems = problems;
    }

    void check(Module module) {
        for (BackfillRow row : histories.listBackfills(module.name())) {
            Optional<Backfill> file = migrations.findBackfill(row.revision());
            if (file.isPresent()) {
                check(file.get(), row);
            } else if (!Baselines.covers(migrations, row.revision())) {
                missing(row);
            }
        }
    }

    private void check(Backfill backfill, BackfillRow row) {
        int checksum = backfill.checksum();
        if (checksum == row.checksum()) {
            return;
        }
        add(
                ProblemCode.CHECKSUM_MISMATCH,
                row,
                backfill.file().path() + " has been edited since it was "
                        + (row.complete() ? "run" : "begun: what is done was done as it said then") + " (checksum "
                        + row.checksum() + " then, " + checksum + " now).",
                "Undo the edit; or begin again: migrations backfill run " + row.revision()
                        + " --restart; or, if what is done can stay as it is: migrations repair " + row.revision());
    }

    private void missing(BackfillRow row) {
        add(
                ProblemCode.MISSING_FILE,
                row,
                "The backfill " + row.revision() + " (" + row.description() + ") is "
                        + (row.complete() ? "complete" : "begun and not complete") + ", but its file is gone.",
                (row.complete()
                                ? "Bring the file back from version control"
                                : "Complete it with the last release that has the file")
                        + "; or, if what it did is to stay without it: migrations repair " + row.revision());
    }

    private void add(ProblemCode code, BackfillRow row, String message, String remedy) {
        problems.add(new Problem(
                code,
                row.revision().module(),
                row.revision().version().toString(),
                migrations
                        .findBackfill(row.revision())
                        .map(each -> each.file().path())
                        .orElse(null),
                message,
                remedy));
    }
}
