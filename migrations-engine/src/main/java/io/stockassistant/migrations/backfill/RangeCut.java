package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a range in two, by the rows that are there now. */
record RangeCut(Statements statements, KeyTable table) {

    List<KeyRange> inHalves(KeyRange range) throws SQLException {
        long count = statements.number(table.countIn(range));
        return behind(new KeyRange(range.from(), range.to(), count), Math.max(1, count / 2));
    }

    /**
     * At most two; rows may be gone meanwhile.
     *
     * @param rows of the first one
     */
    List<KeyRange> behind(KeyRange range, long rows) throws SQLException {
        Optional<List<String>> first = statements.findRow(table.nthIn(range, List.of(), 0));
        if (first.isEmpty()) {
            return List.of(new KeyRange(range.from(), range.from(), 0));
        }
        List<String> last =
                statements.findRow(table.nthIn(range, List.of(), rows - 1)).orElse(range.to());
        List<KeyRange> parts = new ArrayList<>();
        parts.add(new KeyRange(first.get(), last, rows));
        statements
                .findRow(table.nthIn(range, last, 0))
                .ifPresent(next -> parts.add(new KeyRange(next, range.to(), Math.max(1, range.rows() - rows))));
        return parts;
    }
}
