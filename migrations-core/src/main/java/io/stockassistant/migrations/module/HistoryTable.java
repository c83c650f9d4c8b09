package io.stockassistant.migrations.module;

/** The table with one row for each migration that was applied or undone, in Flyway's format. */
public record HistoryTable(String schema, String table) {

    /** The base of the advisory lock that Flyway 13 takes for a history table; see {@link #lockKey()}. */
    private static final long FLYWAY_LOCK_BASE = 77431708279161L;

    /**
     * Reads {@code schema.table}; a name without a schema stands in {@code defaultSchema}.
     *
     * @throws IllegalArgumentException when there is more than one dot or an empty part
     */
    public static HistoryTable parse(String text, String defaultSchema) {
        String[] parts = text.strip().split("\\.", -1);
        HistoryTable table = parts.length == 1
                ? new HistoryTable(defaultSchema, parts[0])
                : parts.length == 2 ? new HistoryTable(parts[0], parts[1]) : new HistoryTable("", "");
        if (table.schema.isBlank() || table.table.isBlank()) {
            throw new IllegalArgumentException("'" + text + "' is not a table name of the form schema.table");
        }
        return table;
    }

    /** Schema and table, each in double quotes, ready for SQL. */
    public String quoted() {
        return Identifiers.quote(schema) + "." + Identifiers.quote(table);
    }

    /**
     * The key of the advisory lock with which stock Flyway guards this table, so that the two never write at once:
     * 77431708279161 plus the hash code of the quoted name (Flyway 13, {@code PostgreSQLAdvisoryLockTemplate}).
     */
    public long lockKey() {
        return FLYWAY_LOCK_BASE + quoted().hashCode();
    }

    @Override
    public String toString() {
        return schema + "." + table;
    }
}
