package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.baseline.CannotBeWritten;
import io.stockassistant.migrations.baseline.Structure;
import io.stockassistant.migrations.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database in use, as it was read.
 *
 * @param name what people call it
 * @param major the major version of its server
 * @param statements those that build what the catalog shows, where anybody asked for them
 * @param impossible what no statement builds
 */
public record LiveSide(String name, int major, Catalog catalog, List<String> statements, List<String> impossible) {

    public LiveSide {
        statements = List.copyOf(statements);
        impossible = List.copyOf(impossible);
    }

    /** One that is looked at, and no more. */
    public static LiveSide of(String name, int major, Catalog catalog) {
        return new LiveSide(name, major, catalog, List.of(), List.of());
    }

    /**
     * The same with the statements that build it.
     *
     * @param connection to the database, with automatic commit
     */
    public LiveSide withStatements(Connection connection) throws SQLException {
        try {
            return new LiveSide(name, major, catalog, Structure.write(connection, catalog), List.of());
        } catch (CannotBeWritten e) {
            return new LiveSide(name, major, catalog, List.of(), e.objects());
        }
    }
}
