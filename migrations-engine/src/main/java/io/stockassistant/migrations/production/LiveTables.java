package io.stockassistant.migrations.production;

import io.stockassistant.migrations.module.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of the live database, read once; their columns and rows are looked up when they are asked for. */
final class LiveTables {

    /** Above this the server's estimate has to do: to count takes too long. */
    private static final int MOST_COUNTED = 100_000;

    private static final String CANCELED = "57014";

    private final Connection connection;
    private final Map<String, Map<String, LiveTable>> schemas = new TreeMap<>();
    private final Map<Long, Set<String>> columns = new HashMap<>();
    private final String user;
    private @Nullable Set<String> routines;

    LiveTables(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user, n.nspname, c.relname, c.oid,"
                        + " c.reltuples::bigint FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_class c"
                        + " ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p')"
                        + " WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'")) {
            String current = "";
            while (row.next()) {
                current = row.getString(1);
                Map<String, LiveTable> tables = schemas.computeIfAbsent(row.getString(2), key -> new TreeMap<>());
                if (row.getString(3) != null) {
                    Name name = new Name(row.getString(2), row.getString(3));
                    tables.put(name.table(), new LiveTable(row.getLong(4), name, row.getLong(5)));
                }
            }
            user = current;
        }
    }

    /** Who asks; a schema of that name is on the search path. */
    String user() {
        return user;
    }

    boolean hasSchema(String schema) {
        return schemas.containsKey(schema);
    }

    List<LiveTable> list(String schema) {
        return List.copyOf(schemas.getOrDefault(schema, Map.of()).values());
    }

    Optional<LiveTable> find(String schema, String table) {
        return Optional.ofNullable(schemas.getOrDefault(schema, Map.of()).get(table));
    }

    boolean hasColumn(LiveTable table, String column) throws SQLException {
        Set<String> known = columns.get(table.oid());
        if (known == null) {
            known = strings("SELECT attname FROM pg_catalog.pg_attribute WHERE attnum > 0 AND NOT attisdropped"
                    + " AND attrelid = " + table.oid());
            columns.put(table.oid(), known);
        }
        return known.contains(column);
    }

    /** Whether one of these is the name of a function that somebody has written. */
    boolean haveRoutine(Set<String> names) throws SQLException {
        Set<String> known = routines;
        if (known == null) {
            known = strings(
                    "SELECT proname FROM pg_catalog.pg_proc WHERE pronamespace <> 'pg_catalog'::pg_catalog.regnamespace");
            routines = known;
        }
        return names.stream().anyMatch(known::contains);
    }

    String rows(LiveTable table) throws SQLException {
        return count(table, "true");
    }

    /** The rows in which a column has a value. */
    String rows(LiveTable table, String column) throws SQLException {
        return count(table, Identifiers.quote(column) + " IS NOT NULL");
    }

    private String count(LiveTable table, String condition) throws SQLException {
        String query = "SELECT count(*) FROM (SELECT FROM " + table.sql() + " WHERE " + condition + " LIMIT "
                + (MOST_COUNTED + 1) + ") AS at_stake";
        try (var statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '5s'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                long count = row.getLong(1);
                return count > MOST_COUNTED ? estimate(table) : count == 1 ? "1 row" : count + " rows";
            } catch (SQLException e) {
                if (CANCELED.equals(e.getSQLState())) {
                    return estimate(table);
                }
                throw e;
            } finally {
                statement.execute("RESET statement_timeout");
            }
        }
    }

    private static String estimate(LiveTable table) {
        return "about " + Math.max(table.estimate(), MOST_COUNTED) + " rows";
    }

    private Set<String> strings(String query) throws SQLException {
        Set<String> found = new HashSet<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
