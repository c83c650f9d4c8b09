package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.script.Backfill;
import java.util.List;
import java.util.Map;

/**
 * How backfills that were run have ended, or where they stand.
 *
 * @param waiting those that were not begun, because another one is not complete that they name
 */
record BackfillsRun(List<BackfillBook> books, List<Backfill> waiting, boolean interrupted) implements Report {

    static final String NOTHING_LEFT = "Nothing to do: no backfill is left that is not complete.";

    BackfillsRun {
        books = books.stream()
                .map(each -> interrupted && each.state() == BackfillState.RUNNING
                        ? each.as(BackfillState.INTERRUPTED)
                        : each)
                .toList();
    }

    @Override
    public ExitStatus exitStatus() {
        if (interrupted) {
            return ExitStatus.INTERRUPTED;
        }
        if (books.stream().anyMatch(each -> each.state() == BackfillState.FAILED)) {
            return ExitStatus.MIGRATION_FAILED;
        }
        boolean complete = waiting.isEmpty() && books.stream().allMatch(each -> each.state() == BackfillState.COMPLETE);
        return complete ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    @Override
    public void print(Console console) {
        if (books.isEmpty() && waiting.isEmpty()) {
            console.line(NOTHING_LEFT);
        }
        for (BackfillBook each : books) {
            String done = BackfillTexts.count(each.rows(), "row", "rows") + " in "
                    + BackfillTexts.count(each.batches(), "batch", "batches");
            String goOn = "; to go on: migrations backfill run " + each.revision();
            console.line(each.revision() + " "
                    + switch (each.state()) {
                        case COMPLETE -> "is complete: " + done + ", " + Times.text(BackfillTexts.duration(each)) + ".";
                        case FAILED -> "has failed: " + failure(each) + "; " + done + ".";
                        case PAUSED ->
                            "is paused: " + done + "; to go on: migrations backfill resume " + each.revision()
                                    + ", and then: migrations backfill run " + each.revision();
                        case PENDING, RUNNING, INTERRUPTED -> "is not complete: " + done + goOn;
                    });
            if (each.failures() > 0) {
                each.findMessage().ifPresent(message -> console.note("  " + message));
                console.note("  Look at them: migrations backfill show " + each.revision());
                console.note("  Try again, when the cause is mended: migrations backfill retry " + each.revision());
            }
        }
        waiting.forEach(each -> console.line(
                each + " was not begun: a backfill is not complete that it depends on; then: migrations backfill run "
                        + each));
    }

    private static String failure(BackfillBook book) {
        return book.failures() > 0
                ? BackfillTexts.count(book.failures(), "row", "rows") + " could not be done"
                : book.findMessage().orElse("").replaceFirst("\\.$", "");
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "backfills",
                books.stream().map(BackfillTexts::json).toList(),
                "notBegun",
                waiting.isEmpty()
                        ? null
                        : waiting.stream().map(Backfill::toString).toList());
    }
}
