package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All that migrations leave behind in a database, histories and journal apart. */
record State(Catalog catalog, Contents contents) {

    /** The schema of the journal, which each run writes. */
    private static final String JOURNAL = "migrations";

    static State read(Connection connection, Modules modules) throws SQLException {
        return read(connection, modules, Scope.wholeDatabaseWithout(List.of(JOURNAL)));
    }

    static State ofModule(Connection connection, Modules modules, Module module) throws SQLException {
        return read(connection, modules, Scope.schemas(List.of(module.schema())));
    }

    private static State read(Connection connection, Modules modules, Scope scope) throws SQLException {
        Scope without = scope;
        for (Module each : modules.list()) {
            without =
                    without.withoutTable(each.history().schema(), each.history().table());
        }
        Catalog catalog = CatalogReader.read(connection, without);
        return new State(catalog, Contents.read(connection, catalog));
    }
}
