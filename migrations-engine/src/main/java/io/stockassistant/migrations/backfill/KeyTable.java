package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that is walked through by a key, as SQL.
 *
 * @param name as the server writes it, with its schema
 * @param columns of the key, as the server writes them
 * @param types of these
 * @param todo the condition of rows that are left to do, or {@code true}
 */
record KeyTable(String name, List<String> columns, List<String> types, String todo) {

    KeyTable {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        todo = todo.contains("--") ? todo + "\n" : todo; // or a comment would hide what comes behind it
    }

    /** The same key of one of its partitions. */
    KeyTable part(String partition) {
        return new KeyTable(partition, columns, types, todo);
    }

    /** A key as a list of values of its types. */
    String values(List<String> key) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add("CAST(" + Literals.quote(key.get(i)) + " AS " + types.get(i) + ")");
        }
        return String.join(", ", values);
    }

    /** As many of these types as the key has columns, and no key. */
    String noValues() {
        return types.stream().map(each -> "CAST(NULL AS " + each + ")").collect(Collectors.joining(", "));
    }

    private String row(String values) {
        return columns.size() == 1 ? values : "(" + values + ")";
    }

    private String keys() {
        return String.join(", ", columns);
    }

    private String selected() {
        // With another name: ORDER BY would take a column of its own name for this text.
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "CAST(" + columns.get(i) + " AS text) AS key_as_text_" + i)
                .collect(Collectors.joining(", "));
    }

    private String ordered(String direction) {
        return columns.stream().map(each -> each + direction).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private String behind(List<String> key) {
        return key.isEmpty() ? "" : row(keys()) + " > " + row(values(key)) + " AND ";
    }

    private String where(String condition) {
        return " FROM " + name + " WHERE " + condition + "(" + todo + ")";
    }

    /**
     * The keys of the first row behind one that is left to do and of the {@code n}th, counted from 0, in one look at the
     * table; no row if there are fewer.
     *
     * @param key none for the beginning of the table
     * @param last behind which no row counts
     */
    String firstAndNth(List<String> key, List<String> last, long n) {
        String rows = behind(key) + upTo(last);
        return "SELECT * FROM (" + nth(rows, 0) + ") AS first_row CROSS JOIN (" + nth(rows, n) + ") AS last_row";
    }

    /** The first key behind one, the last one, and how many rows they have; no row if there is none. */
    String firstLastAndCount(List<String> key, List<String> last) {
        String rows = behind(key) + upTo(last);
        return "SELECT * FROM (" + nth(rows, 0) + ") AS first_row CROSS JOIN (SELECT " + selected() + where(rows)
                + ordered(" DESC") + " LIMIT 1) AS last_row CROSS JOIN (SELECT count(*)" + where(rows) + ") AS counted";
    }

    /** The last key that there is, of whatever row. */
    String last() {
        return "SELECT " + selected() + " FROM " + name + ordered(" DESC") + " LIMIT 1";
    }

    private String upTo(List<String> key) {
        return row(keys()) + " <= " + row(values(key)) + " AND ";
    }

    /** The first of what is in a range, and behind a key if one is given, or the {@code n}th. */
    String nthIn(KeyRange range, List<String> key, long n) {
        return nth(behind(key) + in(range) + " AND ", n);
    }

    /** What is passed over is not turned into text: that would cost twice as much as to read it. */
    private String nth(String condition, long n) {
        return "SELECT " + selected() + " FROM (SELECT " + keys() + where(condition) + ordered("") + " LIMIT 1 OFFSET "
                + n + ") AS nth";
    }

    /** The first keys in a range, each once, and how many rows each has. */
    String keysIn(KeyRange range, long most) {
        return "SELECT " + selected() + ", count(*)" + where(in(range) + " AND ") + " GROUP BY " + keys() + ordered("")
                + " LIMIT " + most;
    }

    String countIn(KeyRange range) {
        return "SELECT count(*)" + where(in(range) + " AND ");
    }

    /** What is true of the rows of a range that are left to do. */
    String condition(KeyRange range) {
        return in(range) + " AND (" + todo + ")";
    }

    private String in(KeyRange range) {
        return row(keys()) + " BETWEEN " + row(values(range.from())) + " AND " + row(values(range.to()));
    }

    /**
     * Whether something is left to do that is not known as a failure, as a query of one column. It counts: nothing is
     * expected to be left, and a whole table is read by several processes of the server only where no first row would
     * be enough.
     *
     * @param failures a query for their table_name and key
     * @param byPartition whether they name partitions of this table
     */
    String isLeft(String failures, boolean byPartition) {
        // As values and not as text: equal ones may be written in two ways, and many can be compared by their hashes.
        String settled = IntStream.range(0, columns.size())
                .mapToObj(i -> "CAST(key[" + (i + 1) + "] AS " + types.get(i) + ") AS settled_" + i)
                .collect(Collectors.joining(", "));
        String same = IntStream.range(0, columns.size())
                .mapToObj(i -> "settled_" + i + " = " + columns.get(i))
                .collect(Collectors.joining(" AND "));
        return "SELECT count(*) > 0" + where("") + " AND NOT EXISTS (SELECT FROM (SELECT " + settled
                + (byPartition ? ", CAST(to_regclass(table_name) AS oid) AS settled_in" : "") + " FROM (" + failures
                + ") AS failures) AS settled WHERE " + same + (byPartition ? " AND settled_in = tableoid" : "") + ")";
    }

    /** Whether anything is left to do. */
    String isLeft() {
        return "SELECT EXISTS (SELECT" + where("") + ")";
    }
}
