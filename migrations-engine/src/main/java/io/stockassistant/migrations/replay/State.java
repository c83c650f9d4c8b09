package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that migrations leave behind in a database, histories and journal apart. */
public record State(Catalog catalog, Contents contents) {

    /** The schema of the journal, which each run writes. */
    private static final String JOURNAL = Module.RESERVED_SCHEMA;

    /** Of the whole database. */
    public static State read(Connection connection, Modules modules) throws SQLException {
        return read(connection, modules, Scope.wholeDatabaseWithout(List.of(JOURNAL)));
    }

    /** Of one schema. */
    public static State ofModule(Connection connection, Modules modules, Module module) throws SQLException {
        return read(connection, modules, Scope.schemas(List.of(module.schema())));
    }

    private static State read(Connection connection, Modules modules, Scope scope) throws SQLException {
        Catalog catalog = CatalogReader.read(connection, withoutHistories(scope, modules));
        return new State(catalog, Contents.read(connection, catalog));
    }

    /** The whole database but what runs write themselves. */
    public static Scope scope(Modules modules) {
        return scope(modules, List.of());
    }

    /** The same without some schemas. */
    public static Scope scope(Modules modules, List<String> without) {
        List<String> schemas = new ArrayList<>(without);
        schemas.add(JOURNAL);
        return withoutHistories(Scope.wholeDatabaseWithout(schemas), modules);
    }

    private static Scope withoutHistories(Scope scope, Modules modules) {
        Scope without = scope;
        for (Module each : modules.list()) {
            without =
                    without.withoutTable(each.history().schema(), each.history().table());
        }
        return without;
    }
}
