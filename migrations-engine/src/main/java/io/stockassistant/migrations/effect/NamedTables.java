package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.rows.SampleRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rows for the tables that a script names, so that it meets what it will meet in production. */
final class NamedTables {

    /** By their own name, or by that of a type which a column has. */
    private static final String NAMED = """
            SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN (SELECT array_agg(oid) FROM pg_catalog.pg_namespace WHERE nspname = ANY (?)
                    AND nspname !~ '^pg_' AND nspname NOT IN ('information_schema', ?)) AS s (seen)
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
                AND (c.relnamespace = ANY (s.seen) AND c.relname = ANY (?)
                    OR EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                        WHERE a.attrelid = c.oid AND t.typtype IN ('d', 'e') AND t.typnamespace = ANY (s.seen)
                        AND t.typname = ANY (?)))
            """;

    /**
     * Tables, those that they refer to or belong to as far as they are empty; and the schemas of them all and of the types
     * of their columns.
     */
    private static final String NEEDED = """
            WITH RECURSIVE
            empty AS (SELECT oid FROM pg_catalog.unnest(?::regclass[]) AS oid),
            others AS (
                SELECT conrelid, confrelid FROM pg_catalog.pg_constraint WHERE contype = 'f'
                UNION ALL SELECT inhrelid, inhparent FROM pg_catalog.pg_inherits
                UNION ALL SELECT inhparent, inhrelid FROM pg_catalog.pg_inherits),
            tables (oid) AS (
                SELECT oid FROM pg_catalog.unnest(?::regclass[]) AS oid
                UNION SELECT confrelid FROM tables JOIN others ON conrelid = tables.oid JOIN empty ON empty.oid = confrelid),
            types (oid) AS (
                SELECT atttypid FROM tables JOIN pg_catalog.pg_attribute ON attrelid = tables.oid
                UNION SELECT o.oid FROM types JOIN pg_catalog.pg_type t ON t.oid = types.oid
                    CROSS JOIN LATERAL (VALUES (t.typbasetype), (t.typelem)) AS o (oid) WHERE o.oid <> 0)
            SELECT
                ARRAY(SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM tables
                    JOIN pg_catalog.pg_class c USING (oid) JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace),
                ARRAY(SELECT nspname FROM pg_catalog.pg_namespace
                    WHERE oid IN (SELECT relnamespace FROM pg_catalog.pg_class JOIN tables USING (oid)
                        UNION SELECT typnamespace FROM pg_catalog.pg_type JOIN types USING (oid)));
            """;

    private static final String ALL = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private final Connection connection;
    private List<String> filled = List.of();

    /** @param connection with automatic commit */
    NamedTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Fills those that are empty, and those that they refer to.
     *
     * @param words that may be names
     * @return those for which no row could be made, each with what the server says to that
     */
    SortedMap<String, String> fill(Set<String> words, Modules modules, String module) throws SQLException {
        List<String> named = empty(named(words, modules.get(module).schema()));
        if (named.isEmpty()) {
            return new TreeMap<>();
        }
        List<String> empty = empty(all());
        Catalog catalog = CatalogReader.readRelationsAndTypes(connection, scope(named, empty, modules));
        List<CatalogObject> tables = catalog.list(Kind.TABLE).stream()
                .filter(each -> named.contains(each.qualified()))
                .toList();
        SortedMap<String, String> refused = SampleRows.fill(connection, catalog, tables);
        List<String> now = new ArrayList<>(empty);
        now.retainAll(
                catalog.list(Kind.TABLE).stream().map(CatalogObject::qualified).toList());
        now.removeAll(empty(List.copyOf(now)));
        filled = now;
        return refused;
    }

    /** No more of the database than the values of rows depend on. */
    private Scope scope(List<String> named, List<String> empty, Modules modules) throws SQLException {
        List<String> tables;
        List<String> schemas;
        try (var statement = connection.prepareStatement(NEEDED)) {
            statement.setArray(1, connection.createArrayOf("text", empty.toArray()));
            statement.setArray(2, connection.createArrayOf("text", named.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                tables = List.of((String[]) row.getArray(1).getArray());
                schemas = List.of((String[]) row.getArray(2).getArray());
            }
        }
        Scope scope = Scope.schemas(schemas).ofRelations(tables);
        for (Module each : modules.list()) {
            if (schemas.contains(each.history().schema())) {
                scope = scope.withoutTable(
                        each.history().schema(), each.history().table());
            }
        }
        return scope;
    }

    /** Takes the rows out again, where the tables are still there. */
    static void empty(Connection connection, Collection<String> tables) throws SQLException {
        NamedTables database = new NamedTables(connection);
        List<String> existing = database.all();
        existing.retainAll(tables);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String each : existing) {
                statement.execute("DELETE FROM ONLY " + each);
            }
            statement.execute("RESET session_replication_role");
        }
    }

    List<String> filled() {
        return filled;
    }

    /** What stands in a schema that is neither the module's own nor public is named together with its schema. */
    private List<String> named(Set<String> words, String schema) throws SQLException {
        try (var statement = connection.prepareStatement(NAMED)) {
            Set<String> schemas = new HashSet<>(words);
            schemas.add(schema);
            schemas.add("public");
            Object[] names = words.toArray();
            statement.setArray(1, connection.createArrayOf("name", schemas.toArray()));
            statement.setString(2, EventTriggers.SCHEMA);
            statement.setArray(3, connection.createArrayOf("name", names));
            statement.setArray(4, connection.createArrayOf("name", names));
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(2));
                }
            }
            return tables;
        }
    }

    private List<String> all() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private List<String> empty(List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return List.of();
        }
        List<String> empty = new ArrayList<>();
        String query = tables.stream()
                .map(each -> "NOT EXISTS (SELECT FROM " + each + ")")
                .collect(Collectors.joining(", ", "SELECT ARRAY[", "]"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            Boolean[] answers = (Boolean[]) row.getArray(1).getArray();
            for (int i = 0; i < answers.length; i++) {
                if (answers[i]) {
                    empty.add(tables.get(i));
                }
            }
        }
        return empty;
    }
}
