package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.problem.ExitStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How backfills that were run have ended, or where they stand. */
record BackfillsRun(List<BackfillBook> books, boolean interrupted) implements Report {

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
        boolean failed = books.stream().anyMatch(each -> switch (each.state()) {
            case FAILED -> true;
            case COMPLETE, PENDING, RUNNING, INTERRUPTED, PAUSED -> false;
        });
        return failed ? ExitStatus.MIGRATION_FAILED : ExitStatus.DONE;
    }

    @Override
    public void print(Console console) {
        if (books.isEmpty()) {
            console.line("No module has a backfill.");
        }
        for (BackfillBook each : books) {
            String done = count(each.rows(), "row", "rows") + " in " + count(each.batches(), "batch", "batches");
            console.line(each.revision() + " "
                    + switch (each.state()) {
                        case COMPLETE -> "is complete: " + done + ", " + Times.text(BackfillTexts.duration(each)) + ".";
                        case FAILED -> "has failed: " + failure(each) + "; " + done + ".";
                        case PAUSED -> "is paused: " + done + ".";
                        case PENDING, RUNNING, INTERRUPTED ->
                            "is not complete: " + done + "; to go on: migrations backfill run " + each.revision();
                    });
            if (each.failures() > 0) {
                each.findMessage().ifPresent(message -> console.note("  " + message));
                console.note("  Look at them: migrations backfill show " + each.revision());
                console.note("  Try again, when the cause is mended: migrations backfill retry " + each.revision());
            }
        }
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private static String failure(BackfillBook book) {
        return book.failures() > 0
                ? count(book.failures(), "row", "rows") + " could not be done"
                : book.findMessage().orElse("").replaceFirst("\\.$", "");
    }

    @Override
    public Map<String, Object> json() {
        return Json.object("backfills", books.stream().map(BackfillTexts::json).toList());
    }
}
