package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that keep a module's history, each without its semicolon. Shape and words are Flyway's (13.12). */
public final class HistorySql {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final String MILLIS_SO_FAR =
            "(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::integer";

    private final HistoryTable table;

    public HistorySql(HistoryTable table) {
        this.table = table;
    }

    /** Creates what a module's first migration needs and is not there yet: schemas, table, key and index. */
    public static List<String> create(Module module, ModuleHistory history) {
        List<String> statements = new ArrayList<>();
        if (!history.schemaExists()) {
            statements.add("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(module.schema()));
        }
        if (!history.tableExists()) {
            HistoryTable table = module.history();
            if (!table.schema().equals(module.schema())) {
                statements.add("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(table.schema()));
            }
            statements.add("CREATE TABLE " + table.quoted() + " (\n"
                    + "    \"installed_rank\" INT NOT NULL,\n"
                    + "    \"version\" VARCHAR(50),\n"
                    + "    \"description\" VARCHAR(200) NOT NULL,\n"
                    + "    \"type\" VARCHAR(20) NOT NULL,\n"
                    + "    \"script\" VARCHAR(1000) NOT NULL,\n"
                    + "    \"checksum\" INTEGER,\n"
                    + "    \"installed_by\" VARCHAR(100) NOT NULL,\n"
                    + "    \"installed_on\" TIMESTAMP NOT NULL DEFAULT now(),\n"
                    + "    \"execution_time\" INTEGER NOT NULL,\n"
                    + "    \"success\" BOOLEAN NOT NULL,\n"
                    + "    CONSTRAINT " + Identifiers.quote(table.table() + "_pk")
                    + " PRIMARY KEY (\"installed_rank\")\n"
                    + ")");
            statements.add("CREATE INDEX " + Identifiers.quote(table.table() + "_s_idx") + " ON " + table.quoted()
                    + " (\"success\")");
        }
        return statements;
    }

    /**
     * The row of a migration that was applied in this transaction.
     *
     * @param rank the one after the last that is known; the server refuses it if somebody else has taken it meanwhile
     */
    public String applied(Migration migration, int rank) {
        return upgraded(migration, rank, MILLIS_SO_FAR, true);
    }

    /** The row of a migration without a transaction, before its first statement; the rank as in {@link #applied}. */
    public String begun(Migration migration, int rank) {
        return upgraded(migration, rank, Integer.toString(HistoryRow.UPGRADE_UNDER_WAY), false);
    }

    private String upgraded(Migration migration, int rank, String millis, boolean success) {
        return insert(
                Integer.toString(rank),
                migration.version(),
                migration.description(),
                "SQL",
                migration.upgrade().name(),
                migration.upgrade().checksum(),
                millis,
                success);
    }

    /** Completes {@link #begun}. */
    public String completed(Migration migration, long millis) {
        return "UPDATE " + table.quoted() + " SET success = true, execution_time = "
                + Math.min(millis, Integer.MAX_VALUE) + " WHERE NOT success AND version = "
                + Literals.quote(migration.version().toString());
    }

    /** Takes {@link #begun} back: nothing of the migration had happened. */
    public String forgotten(Version version) {
        return "DELETE FROM " + table.quoted() + " WHERE NOT success AND version = "
                + Literals.quote(version.toString());
    }

    /**
     * The row that says that a migration was undone; it repeats what the row of the upgrade said. The rank is as in
     * {@link #applied}.
     */
    public String undone(HistoryRow row, int rank) {
        return removal(row, Integer.toString(rank));
    }

    /** The row that says that what an applied migration did stays without it. */
    public String removed(HistoryRow row) {
        return removal(row, "(SELECT coalesce(max(installed_rank), 0) + 1 FROM " + table.quoted() + ")");
    }

    private String removal(HistoryRow row, String rank) {
        return insert(rank, row.version(), row.description(), "DELETE", row.script(), row.checksum(), "0", true);
    }

    /** Marks an applied migration whose downgrade without a transaction begins. */
    public String undoBegun(HistoryRow row) {
        return "UPDATE " + table.quoted() + " SET success = false, execution_time = " + HistoryRow.DOWNGRADE_UNDER_WAY
                + " WHERE installed_rank = " + row.rank();
    }

    /** Takes {@link #undoBegun} back, before the DELETE row or because nothing had happened. */
    public String undoMarkRemoved(HistoryRow row) {
        return "UPDATE " + table.quoted() + " SET success = true, execution_time = " + Math.max(row.millis(), 0)
                + " WHERE installed_rank = " + row.rank();
    }

    /** Makes a row say what the files say. */
    public String realigned(HistoryRow row, Migration migration) {
        return "UPDATE " + table.quoted() + " SET description = " + Literals.quote(shortened(migration.description()))
                + ", checksum = " + migration.upgrade().checksum() + ", script = "
                + Literals.quote(migration.upgrade().name()) + " WHERE installed_rank = " + row.rank();
    }

    private String insert(
            String rank,
            @Nullable Version version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum,
            String millis,
            boolean success) {
        return "INSERT INTO " + table.quoted() + " (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (" + rank + ", "
                + Literals.quote(version == null ? null : version.toString()) + ", "
                + Literals.quote(shortened(description)) + ", " + Literals.quote(type) + ", " + Literals.quote(script)
                + ", " + checksum + ", current_user, " + millis + ", " + success + ")";
    }

    /** As Flyway shortens it, whose {@code validate} compares descriptions. */
    public static String shortened(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION - 3) + "...";
    }
}
