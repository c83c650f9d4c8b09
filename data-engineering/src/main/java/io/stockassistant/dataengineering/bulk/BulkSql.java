package io.stockassistant.dataengineering.bulk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;

/** The statements of one batch. */
final class BulkSql {

    private final BulkTable<?> table;
    private final String batch;

    BulkSql(BulkTable<?> table) {
        this.table = table;
        this.batch = "pg_temp.\"" + table.name().substring(table.name().indexOf('.') + 1) + "_batch\"";
    }

    String createBatch() {
        return "CREATE TEMPORARY TABLE " + batch + " (LIKE " + table.name() + ") ON COMMIT DROP";
    }

    String copyBatch() {
        return "COPY " + batch + " (" + columns(BulkColumn::quotedName) + ") FROM STDIN (FORMAT binary)";
    }

    String dropBatch() {
        return "DROP TABLE " + batch;
    }

    /**
     * One COPY fills the batch from its first page on, so that ctid tells the order in which the rows were sent; a column
     * for it would make the server take each row apart and put it together again.
     *
     * @param ascending whether the rows were sent in ascending order of their keys
     */
    String insert(boolean ascending) {
        String rows = columns(BulkColumn::quotedName) + " FROM " + batch;
        String keys = joined(keys(), BulkSql::sortKey);
        String source = ascending
                ? "SELECT " + rows
                : "SELECT DISTINCT ON (" + keys + ") " + rows + " ORDER BY " + keys + ", ctid DESC";
        return "INSERT INTO " + table.name() + " AS present (" + columns(BulkColumn::quotedName) + ") " + source
                + " ON CONFLICT (" + joined(keys(), BulkColumn::quotedName) + ") DO UPDATE SET "
                + joined(others(), column -> column.quotedName() + " = excluded." + column.quotedName())
                + " WHERE (" + joined(others(), column -> "present." + column.quotedName()) + ") IS DISTINCT FROM ("
                + joined(others(), column -> "excluded." + column.quotedName()) + ")";
    }

    // The order of Java's strings, which tells rows that need no sorting from those that do.
    private static String sortKey(BulkColumn<?> column) {
        return column.quotedName() + (column.type() == BinaryType.TEXT ? " COLLATE \"C\"" : "");
    }

    private List<? extends BulkColumn<?>> keys() {
        return table.keys();
    }

    private List<? extends BulkColumn<?>> others() {
        return table.columns().stream().filter(column -> !column.isKey()).toList();
    }

    private String columns(Function<BulkColumn<?>, String> each) {
        return joined(table.columns(), each);
    }

    private static String joined(List<? extends BulkColumn<?>> columns, Function<BulkColumn<?>, String> each) {
        return columns.stream().map(each).collect(joining(", "));
    }
}
