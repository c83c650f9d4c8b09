package io.stockassistant.migrations.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables and the positions of all sequences that a catalog names.
 *
 * @param tables those with rows, by qualified name
 * @param sequences by qualified name
 */
public record Contents(SortedMap<String, TableRows> tables, SortedMap<String, Position> sequences) {

    /** Where a sequence stands: its last value, and whether that was given out. */
    public record Position(long lastValue, boolean called) {

        @Override
        public String toString() {
            return lastValue + (called ? "" : " (not yet given out)");
        }
    }

    public Contents {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
    }

    /**
     * Reads every row; meant for databases that hold what migrations have inserted and no more.
     *
     * @param catalog of the same database
     */
    public static Contents read(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<String, TableRows> tables = new TreeMap<>();
        SortedMap<String, Position> sequences = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            // Policies must not hide rows, and the reader's time zone and schema must not show in values.
            statement.execute("SET row_security = off; SET TimeZone = 'UTC'; SET search_path = ''");
            for (String table : withRows(statement, catalog)) {
                tables.put(table, rows(statement, table, catalog.columns(table)));
            }
            for (CatalogObject sequence : catalog.list(Kind.SEQUENCE)) {
                try (ResultSet row =
                        statement.executeQuery("SELECT last_value, is_called FROM " + sequence.qualified())) {
                    row.next();
                    sequences.put(sequence.qualified(), new Position(row.getLong(1), row.getBoolean(2)));
                }
            }
            statement.execute("RESET row_security; RESET TimeZone; RESET search_path");
        }
        return new Contents(tables, sequences);
    }

    private static List<String> withRows(Statement statement, Catalog catalog) throws SQLException {
        String query = catalog.list(Kind.TABLE).stream()
                .filter(each -> !each.has("partition by"))
                .map(CatalogObject::qualified)
                .map(each -> "SELECT '" + each.replace("'", "''") + "' WHERE EXISTS (SELECT FROM ONLY " + each + ")")
                .collect(Collectors.joining(" UNION ALL "));
        List<String> tables = new ArrayList<>();
        if (!query.isEmpty()) {
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static TableRows rows(Statement statement, String table, List<CatalogObject> all) throws SQLException {
        List<CatalogObject> columns =
                all.stream().filter(each -> !each.has("generated")).toList();
        String names = columns.stream().map(CatalogObject::name).collect(Collectors.joining(", "));
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT " + names + " FROM ONLY " + table + " ORDER BY ctid")) {
            while (row.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(Collections.unmodifiableList(values));
            }
        }
        return new TableRows(table, columns, rows);
    }
}
