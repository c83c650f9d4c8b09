package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.rows.SampleRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Rows for the tables of an extent, so that a proof is about more than empty tables. */
public final class ExtentRows {

    private ExtentRows() {}

    /**
     * Puts some into each, and into those beside it that they refer to.
     *
     * @param connection with automatic commit
     * @return the tables for which no row could be made, by name
     */
    public static List<String> fill(Connection connection, Extent extent) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + extent.searchPath());
        }
        return List.copyOf(SampleRows.fill(
                        connection,
                        CatalogReader.read(connection, extent.surroundings()),
                        CatalogReader.read(connection, extent.scope()).list(Kind.TABLE))
                .keySet());
    }

    /** All that are there now. */
    public static Contents read(Connection connection, Extent extent) throws SQLException {
        return Contents.read(connection, CatalogReader.read(connection, extent.scope()));
    }

    /** Empties all of them, and those that refer to them. */
    public static void remove(Connection connection, Extent extent) throws SQLException {
        String tables = CatalogReader.read(connection, extent.scope()).list(Kind.TABLE).stream()
                .map(CatalogObject::qualified)
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + tables + " CASCADE");
            }
        }
    }
}
