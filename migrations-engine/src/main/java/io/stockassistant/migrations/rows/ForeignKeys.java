package io.stockassistant.migrations.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which columns refer to which, by qualified name. */
record ForeignKeys(Map<String, List<Reference>> byTable) {

    /** One column of a foreign key. */
    record Reference(String column, String table, String targetColumn) {}

    static ForeignKeys read(Connection connection) throws SQLException {
        Map<String, List<Reference>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''");
            try (ResultSet row = statement.executeQuery("""
                    SELECT k.conrelid::regclass::text, quote_ident(a.attname), k.confrelid::regclass::text, quote_ident(b.attname)
                    FROM pg_constraint k CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS u (here, there)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.here
                    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.there WHERE k.contype = 'f'
                    ORDER BY k.oid
                    """)) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new Reference(row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            statement.execute("RESET search_path");
        }
        return new ForeignKeys(found);
    }

    List<String> targetsOf(String table) {
        return byTable.getOrDefault(table, List.of()).stream()
                .map(Reference::table)
                .filter(each -> !each.equals(table))
                .distinct()
                .toList();
    }

    Optional<Reference> find(String table, String column) {
        return byTable.getOrDefault(table, List.of()).stream()
                .filter(each -> each.column().equals(column))
                .findFirst();
    }
}
