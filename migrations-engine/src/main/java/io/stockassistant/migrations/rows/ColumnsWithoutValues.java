package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds where there is nothing that a script could lose. */
final class ColumnsWithoutValues {

    private ColumnsWithoutValues() {}

    /** The tables that hold rows themselves and have a column without any value. */
    static List<CatalogObject> listTables(Connection connection, Catalog catalog) throws SQLException {
        List<CatalogObject> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (CatalogObject each : catalog.list(Kind.TABLE)) {
                List<CatalogObject> columns = catalog.columns(each.qualified());
                if (!each.has("partition by")
                        && !columns.isEmpty()
                        && lacksValues(statement, each.qualified(), columns)) {
                    tables.add(each);
                }
            }
        }
        return tables;
    }

    private static boolean lacksValues(Statement statement, String table, List<CatalogObject> columns)
            throws SQLException {
        String counts = columns.stream()
                .map(each -> "count(" + each.name() + ")")
                .collect(Collectors.joining(", ", "least(", ")"));
        try (ResultSet row = statement.executeQuery("SELECT " + counts + " = 0 FROM ONLY " + table)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
