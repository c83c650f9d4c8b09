package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes one row a table, of values that follow from types, foreign keys and the words in checks. */
final class PlainRows implements RowMaker {

    /** A row of a table may need that of another one, which may need another. */
    private static final int MOST_ROUNDS = 12;

    /** As many different words of a check are tried. */
    private static final int MOST_TRIES = 4;

    private int made;

    @Override
    public SortedMap<String, String> fill(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<String, String> left = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''; SET row_security = off");
            List<CatalogObject> open = new ArrayList<>();
            for (CatalogObject table : catalog.list(Kind.TABLE)) {
                if (!table.has("partition of") && lacksValues(statement, catalog, table)) {
                    open.add(table);
                }
            }
            for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
                int before = open.size();
                open.removeIf(table -> insert(statement, catalog, table, left));
                if (open.size() == before) {
                    break;
                }
            }
            statement.execute("RESET search_path; RESET row_security");
        }
        return left;
    }

    private static boolean lacksValues(Statement statement, Catalog catalog, CatalogObject table) throws SQLException {
        List<CatalogObject> columns = catalog.columns(table.qualified());
        if (columns.isEmpty()) {
            return false;
        }
        String counts = columns.stream()
                .map(each -> "count(" + each.name() + ")")
                .collect(Collectors.joining(", ", "least(", ")"));
        try (ResultSet row = statement.executeQuery("SELECT " + counts + " = 0 FROM " + table.qualified())) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Whether there is a row now; a table that had to be passed over may get one in the next round. */
    private boolean insert(Statement statement, Catalog catalog, CatalogObject table, SortedMap<String, String> left) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            made++;
            PlainValues values = new PlainValues(catalog, table, made, attempt);
            List<CatalogObject> columns = catalog.columns(table.qualified()).stream()
                    .filter(each -> !each.has("generated") && !each.has("identity"))
                    .toList();
            try {
                statement.execute(
                        columns.isEmpty()
                                ? "INSERT INTO " + table.qualified() + " DEFAULT VALUES"
                                : "INSERT INTO " + table.qualified() + " ("
                                        + columns.stream()
                                                .map(CatalogObject::name)
                                                .collect(Collectors.joining(", "))
                                        + ") VALUES ("
                                        + columns.stream().map(values::of).collect(Collectors.joining(", ")) + ")");
                left.remove(table.qualified());
                return true;
            } catch (SQLException e) {
                left.put(table.qualified(), String.valueOf(e.getMessage()).replaceFirst("(?s)\n.*", ""));
            }
        }
        return false;
    }
}
