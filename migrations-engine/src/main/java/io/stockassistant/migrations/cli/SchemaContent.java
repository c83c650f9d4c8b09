package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a module is, and how much stands in its schema.
 *
 * @param tables how many tables, without partitions and without histories; modules in one schema have them in common
 */
record SchemaContent(ModulePosition position, int tables) {

    /** Histories are counted out by their columns, whatever they are called. */
    private static final String QUERY = """
            SELECT n.nspname, count(*)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY (?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                              WHERE a.attrelid = c.oid AND a.attname = 'installed_rank')
            GROUP BY n.nspname
            """;

    /** Of all modules, in their order. */
    static List<SchemaContent> list(Connection connection, Migrations migrations) throws SQLException {
        List<Module> modules = migrations.modules().list();
        Histories histories = HistoryReader.read(connection, modules);
        Map<String, Integer> counts = countTables(connection, modules);
        List<SchemaContent> all = new ArrayList<>();
        for (Module module : modules) {
            all.add(new SchemaContent(
                    ModulePosition.of(module, migrations, histories), counts.getOrDefault(module.schema(), 0)));
        }
        return all;
    }

    private static Map<String, Integer> countTables(Connection connection, List<Module> modules) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        Object[] schemas = modules.stream().map(Module::schema).distinct().toArray();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(1, connection.createArrayOf("name", schemas));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return counts;
    }

    List<String> row() {
        return List.of(
                position.module().name(),
                position.module().schema(),
                ModulePosition.text(position.current()),
                Integer.toString(tables));
    }

    Map<String, Object> json() {
        Map<String, Object> members = position.json();
        members.put("tables", tables);
        return members;
    }
}
