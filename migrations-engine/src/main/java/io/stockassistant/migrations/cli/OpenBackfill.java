package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backfill that is not complete, and what the books say of it, if they do. */
record OpenBackfill(Backfill backfill, Optional<BackfillBook> book) {

    /** Of all modules; the books are read only if there are some. */
    static List<OpenBackfill> list(Migrations migrations, Histories histories, Connection connection)
            throws SQLException {
        List<Backfill> open = migrations.modules().list().stream()
                .flatMap(each -> migrations.listBackfills(each.name()).stream())
                .filter(each -> !histories.completeBackfills().contains(each.revision()))
                .toList();
        List<BackfillBook> books = open.isEmpty() ? List.of() : new BackfillBooks(connection).list();
        return open.stream()
                .map(each -> new OpenBackfill(
                        each,
                        books.stream()
                                .filter(book -> book.revision().equals(each.revision()))
                                .findFirst()))
                .toList();
    }

    /** For example {@code backfill shop@20260301 (totals): paused, 1,200 rows done, 3 failed}. */
    String words() {
        return "backfill " + backfill + " (" + backfill.description() + "): "
                + book.map(known -> known.state().word() + ", " + BackfillTexts.rows(known) + " rows done"
                                + (known.failures() == 0 ? "" : ", " + known.failures() + " failed"))
                        .orElse(BackfillState.PENDING.word());
    }

    Map<String, Object> json() {
        return BackfillTexts.json(backfill, book);
    }
}
