package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Everything in the schemas of the modules, rows and histories included, as lines that can be compared. */
final class Picture {

    /** Column numbers are left out: they tell of columns that were there once. So are the clocks of the histories. */
    private static final String CATALOG = """
            WITH ours AS (
                SELECT oid, nspname FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'migrations')
            ), relations AS (
                SELECT c.oid, c.relkind, nspname || '.' || relname AS name
                FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
            )
            SELECT format('schema %s', nspname) FROM ours
            UNION ALL
            SELECT format('relation %s %s comment %s', relkind, name, obj_description(oid, 'pg_class')) FROM relations
            UNION ALL
            SELECT format('column %s.%s %s not null %s default %s', name, attname, format_type(atttypid, atttypmod),
                          attnotnull, pg_get_expr(adbin, adrelid))
            FROM relations JOIN pg_attribute ON attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            UNION ALL
            SELECT format('constraint %s of %s: %s', conname, name, pg_get_constraintdef(pg_constraint.oid))
            FROM pg_constraint JOIN relations ON relations.oid = conrelid
            UNION ALL
            SELECT format('%s, valid %s ready %s', pg_get_indexdef(indexrelid), indisvalid, indisready)
            FROM pg_index JOIN relations ON relations.oid = indexrelid
            UNION ALL
            SELECT format('%s', pg_get_functiondef(pg_proc.oid))
            FROM pg_proc JOIN ours ON ours.oid = pronamespace WHERE prokind IN ('f', 'p')
            UNION ALL
            SELECT format('label %s of %s.%s', enumlabel, nspname, typname)
            FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid JOIN ours ON ours.oid = typnamespace
            ORDER BY 1
            """;

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname), c.relname = 'flyway_schema_history'
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'migrations')
            ORDER BY 1
            """;

    private static final String LIVE_HISTORY = """
            SELECT version, type, script, checksum, success FROM %1$s h
            WHERE type <> 'DELETE' AND NOT EXISTS (
                SELECT FROM %1$s d WHERE d.type = 'DELETE' AND d.version = h.version
                    AND d.installed_rank > h.installed_rank)
            """;

    private Picture() {}

    /** The catalog, every row, and every history with its ranks. */
    static List<String> whole(Connection connection) throws SQLException {
        return of(
                connection,
                "SELECT installed_rank, version, description, type, script, checksum, installed_by, success FROM %s");
    }

    /** The same, with what the histories say now instead of how it came to that; what was undone is not counted. */
    static List<String> ofNow(Connection connection) throws SQLException {
        return of(connection, LIVE_HISTORY).stream()
                .filter(line -> !line.startsWith("public.undone:"))
                .toList();
    }

    /** Of pictures that differ, only the difference is worth reading. */
    static void assertSame(List<String> picture, List<String> expected) {
        assertThat(without(picture, expected)).as("too much").isEmpty();
        assertThat(without(expected, picture)).as("missing").isEmpty();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<String> of(Connection connection, String historyQuery) throws SQLException {
        List<String> lines = new ArrayList<>(rows(connection, CATALOG));
        for (String table : rows(connection, TABLES)) {
            String name = table.substring(0, table.indexOf('|'));
            String query = table.endsWith("|t") ? historyQuery.formatted(name) : "SELECT t.* FROM " + name + " t";
            rows(connection, query).stream()
                    .map(row -> name + ": " + row)
                    .sorted()
                    .forEach(lines::add);
        }
        return lines;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(result.getString(1)));
                for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append('|').append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
