package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillFailure;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.script.Backfill;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One backfill, and the first of what could not be done. */
record BackfillShown(Backfill backfill, Optional<BackfillBook> found, List<BackfillFailure> failures)
        implements Report {

    private static final int MOST_SHOWN = 20;

    static BackfillShown read(Backfill backfill, Connection connection) throws SQLException {
        BackfillBooks books = new BackfillBooks(connection);
        Optional<BackfillBook> book = books.find(backfill.revision());
        return new BackfillShown(
                backfill, book, book.isPresent() ? books.listFailures(backfill.revision(), MOST_SHOWN) : List.of());
    }

    @Override
    public void print(Console console) {
        console.line(backfill + "  " + backfill.description());
        printState(console);
    }

    /** How far it is. */
    void printState(Console console) {
        found.ifPresentOrElse(
                book -> print(book, console),
                () -> console.line("state     " + BackfillState.PENDING.word() + ": nobody has begun it here"));
    }

    private void print(BackfillBook book, Console console) {
        console.line("state     " + book.state().word()
                + (book.state() == BackfillState.INTERRUPTED
                        ? ": nobody works on it; it goes on with: migrations backfill run " + backfill
                        : book.findMessage().map(each -> ": " + each).orElse("")));
        console.line("rows      " + BackfillTexts.rows(book) + " done"
                + (book.rows() < book.estimate()
                        ? String.format(Locale.ROOT, ", of about %,d in the table", book.estimate())
                        : "")
                + "; " + BackfillTexts.count(book.batches(), "batch", "batches"));
        console.line(String.format(Locale.ROOT, "batches   of %,d rows now", book.batchSize()));
        console.line("workers   " + book.workers());
        console.line(String.format(Locale.ROOT, "failures  %,d", book.failures()));
        if (failures.isEmpty()) {
            return;
        }
        console.line("");
        console.table(
                List.of("key", "sqlstate", "attempts", "message"),
                failures.stream()
                        .map(each -> List.of(
                                String.join(", ", each.key()),
                                each.sqlState(),
                                Integer.toString(each.attempts()),
                                each.message()))
                        .toList());
        if (book.failures() > failures.size()) {
            console.line(String.format(Locale.ROOT, "… and %,d more", book.failures() - failures.size()));
        }
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> members = BackfillTexts.json(backfill, found);
        members.put(
                "firstFailures",
                failures.stream()
                        .map(each -> Json.object(
                                "table", each.table(),
                                "key", each.key(),
                                "sqlState", each.sqlState(),
                                "message", each.message(),
                                "attempts", each.attempts(),
                                "firstAt", each.firstAt(),
                                "lastAt", each.lastAt()))
                        .toList());
        return members;
    }
}
