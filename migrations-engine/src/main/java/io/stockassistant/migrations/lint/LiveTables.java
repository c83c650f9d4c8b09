package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.effect.Relation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How large the tables of a database in use are, by schema and name, and how fast its server reads. */
public final class LiveTables {

    /** No database was asked. */
    public static final LiveTables UNKNOWN = new LiveTables(Map.of(), 0);

    /** Enough to measure how fast a server reads, and soon over. */
    private static final int ROWS_TO_READ = 200_000;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String SIZES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), pg_total_relation_size(c.oid),
                    pg_relation_size(c.oid), greatest(c.reltuples, 0)::bigint,
                    has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    private final Map<String, Size> sizes;
    private final long bytesPerSecond;

    /**
     * @param bytes with indexes and long values
     * @param read bytes of the rows alone
     * @param rows about how many, as the server estimates
     */
    public record Size(long bytes, long read, long rows) {

        Size plus(Size other) {
            return new Size(bytes + other.bytes, read + other.read, rows + other.rows);
        }
    }

    private LiveTables(Map<String, Size> sizes, long bytesPerSecond) {
        this.sizes = Map.copyOf(sizes);
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * Reads the sizes of all, and a part of the largest one for the time that it takes. Writes nothing.
     *
     * @throws SQLException if the server refuses
     */
    public static LiveTables read(Connection connection) throws SQLException {
        QuietLook look = new QuietLook(connection);
        Map<String, Size> sizes = new HashMap<>();
        Map<String, Size> readable = new HashMap<>();
        look.look(Duration.ZERO, each -> {
            try (Statement statement = each.createStatement();
                    ResultSet row = statement.executeQuery(SIZES)) {
                while (row.next()) {
                    Size size = new Size(row.getLong(2), row.getLong(3), row.getLong(4));
                    sizes.put(row.getString(1), size);
                    if (row.getBoolean(5)) {
                        readable.put(row.getString(1), size);
                    }
                }
                return sizes;
            }
        });
        return new LiveTables(sizes, measure(look, readable));
    }

    private static long measure(QuietLook look, Map<String, Size> sizes) throws SQLException {
        Optional<Map.Entry<String, Size>> largest = sizes.entrySet().stream()
                .filter(each -> each.getValue().rows() > ROWS_TO_READ / 10)
                .max(Comparator.comparingLong(each -> each.getValue().read()));
        if (largest.isEmpty()) {
            return 0;
        }
        String sql =
                "SELECT count(*) FROM (SELECT FROM " + largest.get().getKey() + " LIMIT " + ROWS_TO_READ + ") part";
        try {
            return look.look(
                    LONGEST, connection -> rate(connection, sql, largest.get().getValue()));
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e)) {
                throw e;
            }
            return 0; // too slow, or somebody has locked it: how large tables are is known all the same
        }
    }

    private static long rate(Connection connection, String sql, Size size) throws SQLException {
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            double seconds = (System.nanoTime() - start) / 1e9;
            return (long) (row.getLong(1) * ((double) size.read() / size.rows()) / seconds);
        }
    }

    /** Together; empty if none of them is known. */
    Optional<Size> find(Collection<Relation> tables) {
        List<Size> found = tables.stream()
                .map(Relation::qualified)
                .distinct()
                .flatMap(each -> Optional.ofNullable(sizes.get(each)).stream())
                .toList();
        return found.stream().reduce(Size::plus);
    }

    /** How long to read as much takes, in seconds; empty where the server had too little to measure that. */
    Optional<Long> findSeconds(Size size) {
        return bytesPerSecond == 0 ? Optional.empty() : Optional.of(size.read() / bytesPerSecond);
    }
}
