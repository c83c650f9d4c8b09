package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where ranges end, by the rows that are there now. Others may write them meanwhile. */
record RangeCut(Statements statements, KeyTable table) {

    /**
     * So many rows behind a key.
     *
     * @param key none for the beginning of the table
     * @param last behind which no row counts
     * @return empty if there are fewer
     */
    Optional<KeyRange> next(List<String> key, List<String> last, int rows) throws SQLException {
        return statements.findRow(table.firstAndNth(key, last, rows - 1L)).map(row -> range(row, rows));
    }

    /** All rows behind a key and up to another one, if there are any. */
    Optional<KeyRange> all(List<String> key, List<String> last) throws SQLException {
        return statements
                .findRow(table.firstLastAndCount(key, last))
                .map(row -> range(row, Long.parseLong(row.get(row.size() - 1))));
    }

    private KeyRange range(List<String> row, long rows) {
        int columns = table.columns().size();
        return new KeyRange(row.subList(0, columns), row.subList(columns, 2 * columns), rows);
    }

    /** The same with as many rows as there are. */
    KeyRange counted(KeyRange range) throws SQLException {
        return new KeyRange(range.from(), range.to(), statements.number(table.countIn(range)));
    }

    List<KeyRange> inHalves(KeyRange range) throws SQLException {
        KeyRange counted = counted(range);
        return inTwo(counted, Math.max(1, counted.rows() / 2));
    }

    /**
     * At most two; rows may be gone meanwhile.
     *
     * @param rows of the first one
     */
    List<KeyRange> inTwo(KeyRange range, long rows) throws SQLException {
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
