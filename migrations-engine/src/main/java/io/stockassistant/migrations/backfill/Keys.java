package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The keys that are in a range, in order, each once and with how many rows it has. */
final class Keys {

    private final List<List<String>> rows;
    private final int size;

    private Keys(List<List<String>> rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    /** @param most of them, and the one behind these */
    static Keys read(Statements statements, KeyTable table, KeyRange range, int most) throws SQLException {
        List<List<String>> rows = statements.listRows(table.keysIn(range, most + 1));
        return new Keys(rows, Math.min(most, rows.size()));
    }

    int size() {
        return size;
    }

    List<String> get(int index) {
        List<String> row = rows.get(index);
        return row.subList(0, row.size() - 1);
    }

    /** The one at this place, which may be behind those that were asked for. */
    Optional<List<String>> find(int index) {
        return index < rows.size() ? Optional.of(get(index)) : Optional.empty();
    }

    /** @param end the first that is not in it */
    KeyRange range(int begin, int end) {
        return new KeyRange(get(begin), get(end - 1), count(begin, end));
    }

    /** How many rows they have. */
    long count(int begin, int end) {
        return rows.subList(begin, end).stream()
                .mapToLong(each -> Long.parseLong(each.get(each.size() - 1)))
                .sum();
    }
}
