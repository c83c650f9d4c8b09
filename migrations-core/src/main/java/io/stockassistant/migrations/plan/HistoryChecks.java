package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the histories in the database and the files of versioned migrations disagree. */
final class HistoryChecks {

    private final Migrations migrations;
    private final Histories histories;
    private final List<Problem> problems;

    HistoryChecks(Migrations migrations, Histories histories, List<Problem> problems) {
        this.migrations = migrations;
        this.histories = histories;
        this.problems = problems;
    }

    void check(Module module) {
        ModuleHistory history = histories.of(module.name());
        history.applied().forEach((version, row) -> {
            Revision revision = new Revision(module.name(), version);
            checkFailed(revision, row);
            if (row.isOfFile(module) && !Baselines.covers(migrations, revision)) {
                migrations.find(revision).ifPresentOrElse(each -> checkFile(each, row), () -> missing(revision, row));
            }
        });
        history.findBaselineRow().ifPresent(row -> {
            Revision revision =
                    new Revision(module.name(), history.findBaseline().orElseThrow());
            checkFailed(revision, row);
            if (row.isOfBaselineFile() && !Baselines.covers(migrations, revision)) {
                missing(revision, row);
            }
        });
        migrations.findBaseline(module.name()).ifPresent(each -> checkBaseline(each, history));
    }

    private void checkFailed(Revision revision, HistoryRow row) {
        if (row.success()) {
            return;
        }
        boolean down = row.isInterruptedDowngrade();
        add(
                ProblemCode.FAILED_MIGRATION,
                revision,
                null,
                (down ? "The downgrade of " : "The upgrade to ") + revision
                        + " runs without a transaction and stopped in the middle: some of its statements have been"
                        + " carried out, others have not. (Unless another run is at work on it right now.)",
                "Look at " + (down ? "its U file" : row.script()) + ", take back by hand what it had done, then run"
                        + " 'migrations repair " + revision + "': it "
                        + (down ? "counts as applied again." : "counts as pending again."));
    }

    private void checkFile(Migration migration, HistoryRow row) {
        if (!row.isOfKind(migration)) {
            add(
                    ProblemCode.RENAMED_FILE,
                    migration.revision(),
                    migration.upgrade().path(),
                    migration + " was applied as " + row.script() + ", and is "
                            + migration.upgrade().name() + " now.",
                    "Bring " + row.script() + " back; or, if both do the same, run 'migrations repair'.");
            return;
        }
        if (!HistorySql.shortened(migration.description()).equals(row.description())) {
            add(
                    ProblemCode.RENAMED_FILE,
                    migration.revision(),
                    migration.upgrade().path(),
                    migration + " was applied as " + row.script() + ", and its file is called "
                            + migration.upgrade().name() + " now.",
                    "Give it its old name back, or run 'migrations repair'.");
        }
        if (!Objects.equals(row.checksum(), migration.upgrade().checksum())) {
            add(
                    ProblemCode.CHECKSUM_MISMATCH,
                    migration.revision(),
                    migration.upgrade().path(),
                    migration.upgrade().path() + " has been edited since it was applied (checksum " + row.checksum()
                            + " then, " + migration.upgrade().checksum() + " now).",
                    "Undo the edit and write a new migration for the change; or, if the edit changes nothing in the"
                            + " database, run 'migrations repair'.");
        }
    }

    private void missing(Revision revision, HistoryRow row) {
        Optional<Migration> renamed = migrations.list(revision.module()).stream()
                .filter(each -> !histories.holds(each.revision()))
                .filter(each -> row.checksum() != null
                        && row.checksum().equals(each.upgrade().checksum()))
                .findFirst();
        add(
                ProblemCode.MISSING_FILE,
                revision,
                row.script(),
                revision + " is applied, but its file " + row.script() + " is gone."
                        + renamed.map(each -> " It looks as if it had been renamed to "
                                        + each.upgrade().name() + ".")
                                .orElse(""),
                renamed.map(each -> "Give it its old name back.")
                        .orElse("Bring the file back from version control; or, if the change is to stay without it, run"
                                + " 'migrations repair'."));
    }

    private void checkBaseline(Migration baseline, ModuleHistory history) {
        Optional<HistoryRow> row = history.findBaseline(baseline.version());
        if (row.isPresent()) {
            row.filter(each -> each.checksum() != null).ifPresent(each -> checkFile(baseline, each));
            return;
        }
        if (Baselines.findTakingOver(migrations, histories, baseline.module()).isPresent()) {
            TakeoverChecks.check(baseline, history, problems);
        }
        List<Version> missing = Baselines.missing(baseline, history);
        if (!history.isEmpty() && !histories.holds(baseline) && !missing.isEmpty()) {
            Optional<String> release = baseline.upgrade().header().findLastRelease();
            add(
                    ProblemCode.PARTLY_SQUASHED,
                    baseline.revision(),
                    baseline.upgrade().path(),
                    baseline.upgrade().name() + " stands for migrations of which this database lacks "
                            + missing.stream().map(Version::toString).collect(Collectors.joining(", "))
                            + "; their files are gone.",
                    "First upgrade with the last release that has these files"
                            + release.map(each -> " (" + each + ")").orElse("")
                            + ", then with this one.");
        }
        if (!history.isEmpty() && !histories.holds(baseline)) {
            baseline.upgrade().header().backfills().stream()
                    .map(each -> new Revision(baseline.module(), each))
                    .filter(each -> !histories.completeBackfills().contains(each))
                    .forEach(each -> openBackfill(baseline, each));
        }
    }

    private void openBackfill(Migration baseline, Revision backfill) {
        add(
                ProblemCode.PARTLY_SQUASHED,
                baseline.revision(),
                baseline.upgrade().path(),
                baseline.upgrade().name() + " stands for the backfill " + backfill
                        + ", which is not complete in this database; its file is gone.",
                "First complete it with the last release that has this file"
                        + baseline.upgrade()
                                .header()
                                .findLastRelease()
                                .map(each -> " (" + each + ")")
                                .orElse("")
                        + ": migrations upgrade --with-backfills; then upgrade with this one.");
    }

    private void add(ProblemCode code, Revision revision, @Nullable String file, String message, String remedy) {
        problems.add(new Problem(code, revision.module(), revision.version().toString(), file, message, remedy));
    }
}
