package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.Relation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static final String SIZES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), pg_total_relation_size(c.oid),
                    pg_relation_size(c.oid), greatest(c.reltuples, 0)::bigint
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
        Map<String, Size> sizes = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(SIZES)) {
                while (row.next()) {
                    sizes.put(row.getString(1), new Size(row.getLong(2), row.getLong(3), row.getLong(4)));
                }
            }
            return new LiveTables(sizes, measure(statement, sizes));
        }
    }

    private static long measure(Statement statement, Map<String, Size> sizes) throws SQLException {
        Optional<Map.Entry<String, Size>> largest = sizes.entrySet().stream()
                .filter(each -> each.getValue().rows() > ROWS_TO_READ / 10)
                .max(Comparator.comparingLong(each -> each.getValue().read()));
        if (largest.isEmpty()) {
            return 0;
        }
        long start = System.nanoTime();
        long rows;
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*) FROM (SELECT FROM " + largest.get().getKey() + " LIMIT " + ROWS_TO_READ + ") part")) {
            row.next();
            rows = row.getLong(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Size size = largest.get().getValue();
        return (long) (rows * ((double) size.read() / size.rows()) / seconds);
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
