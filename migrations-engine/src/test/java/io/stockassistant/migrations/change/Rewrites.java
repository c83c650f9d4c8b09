package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Observes which statements of a script make the server write a table anew: that table then has another file. */
final class Rewrites {

    private Rewrites() {}

    /** What was said of each statement and is not what was seen; empty tables get another file as well as full ones. */
    static List<String> unlikeTheServer(Shadow shadow, ShadowDatabase from, ChangeScript script) throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (ShadowDatabase database = shadow.cloneOf(from);
                Connection connection = database.open("")) {
            try (Statement statement = connection.createStatement()) {
                // In UTC a timestamp is the same with and without its zone, and nothing would be written.
                statement.execute("SET TimeZone = 'Europe/Vienna'");
            }
            Catalog notAsked = new Catalog(List.of());
            WorkingClone clone = new WorkingClone(connection, Pair.SHOP, any -> notAsked, notAsked);
            Map<Long, Long> files = files(connection);
            for (SchemaStatement each : script.statements()) {
                clone.execute(List.of(each));
                Map<Long, Long> now = files(connection);
                boolean seen = files.entrySet().stream()
                        .anyMatch(table -> now.containsKey(table.getKey())
                                && !Objects.equals(now.get(table.getKey()), table.getValue()));
                if (seen != each.has(HazardCode.REWRITE)) {
                    wrong.add((seen ? "writes a table anew and does not say so: " : "says it, and does not: ")
                            + each.sql());
                }
                files.keySet().retainAll(now.keySet());
                files.replaceAll((table, file) -> now.getOrDefault(table, file));
            }
        }
        return wrong;
    }

    private static Map<Long, Long> files(Connection connection) throws SQLException {
        Map<Long, Long> files = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT oid, pg_relation_filenode(oid) FROM pg_class"
                        + " WHERE relkind = 'r' AND oid >= 16384 AND relpersistence <> 't'")) {
            while (row.next()) {
                files.put(row.getLong(1), row.getLong(2));
            }
        }
        return files;
    }
}
