package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that keep a module's history, each without its semicolon. Shape and words are Flyway's (13.12). */
public final class HistorySql {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final String COLUMNS =
            "installed_rank, version, description, type, script, checksum, installed_by," + " execution_time, success";

    private final HistoryTable table;
    private final Ranks ranks;

    public HistorySql(HistoryTable table, Ranks ranks) {
        this.table = table;
        this.ranks = ranks;
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

    /** The same for a place that nobody has seen: what is there already stays. */
    public static List<String> createIfMissing(Module module, ModuleHistory history) {
        return create(module, history).stream()
                .map(each -> each.replaceFirst("^CREATE (TABLE|INDEX) ", "CREATE $1 IF NOT EXISTS "))
                .toList();
    }

    /** Writes rows, in this order. */
    public String insert(List<NewRow> rows) {
        List<String> values = new ArrayList<>();
        for (NewRow row : rows) {
            values.add("(" + ranks.next(values.size() + 1) + ", "
                    + Literals.quote(
                            row.version() == null ? null : row.version().toString()) + ", "
                    + Literals.quote(shortened(row.description())) + ", " + Literals.quote(row.type()) + ", "
                    + Literals.quote(row.script()) + ", " + row.checksum() + ", current_user, " + row.millis() + ", "
                    + row.success() + ")");
        }
        return "INSERT INTO " + table.quoted() + " (" + COLUMNS + ") VALUES " + String.join(", ", values);
    }

    /** Takes the runs of all repeatable migrations back, so that they run again; finds them by itself. */
    public String repeatablesForgotten() {
        return "INSERT INTO " + table.quoted() + " (" + COLUMNS + ") SELECT "
                + ranks.next(0) + " + row_number() OVER (ORDER BY description), NULL, description, 'DELETE', script,"
                + " checksum, current_user, 0, true FROM (SELECT DISTINCT ON (description) * FROM " + table.quoted()
                + " WHERE version IS NULL AND type <> 'SCHEMA' ORDER BY description, installed_rank DESC) AS latest"
                + " WHERE type <> 'DELETE'";
    }

    /** Completes the row of a change that {@link NewRow#begun began}. */
    public String completed(Change change, String millis) {
        return "UPDATE " + table.quoted() + " SET success = true, execution_time = " + millis + " WHERE "
                + unfinished(change.findVersion().orElse(null), change.description());
    }

    /** The time since a row was written, in milliseconds, as SQL. */
    public static String millisSinceRow() {
        return "(extract(epoch FROM localtimestamp - installed_on) * 1000)::integer";
    }

    /** Takes the row of a change back that {@link NewRow#begun began}: nothing of it had happened. */
    public String forgotten(@Nullable Version version, String description) {
        return "DELETE FROM " + table.quoted() + " WHERE " + unfinished(version, description);
    }

    private static String unfinished(@Nullable Version version, String description) {
        return "NOT success AND "
                + (version == null
                        ? "version IS NULL AND description = " + Literals.quote(shortened(description))
                        : "version = " + Literals.quote(version.toString()));
    }

    /** Marks an applied migration whose downgrade without a transaction begins. */
    public String undoBegun(HistoryRow row) {
        return "UPDATE " + table.quoted() + " SET success = false, execution_time = " + HistoryRow.DOWNGRADE_UNDER_WAY
                + " WHERE " + ranks.is(row);
    }

    /** Takes {@link #undoBegun} back, before the DELETE row or because nothing had happened. */
    public String undoMarkRemoved(HistoryRow row) {
        return "UPDATE " + table.quoted() + " SET success = true, execution_time = " + Math.max(row.millis(), 0)
                + " WHERE " + ranks.is(row);
    }

    /** Makes a row say what the files say. */
    public String realigned(HistoryRow row, Change change) {
        return "UPDATE " + table.quoted() + " SET description = " + Literals.quote(shortened(change.description()))
                + ", checksum = " + change.checksum() + ", script = "
                + Literals.quote(change.upgrade().name()) + typeIfOther(row, change) + " WHERE " + ranks.is(row);
    }

    private static String typeIfOther(HistoryRow row, Change change) {
        return row.isOfKind(change) ? "" : ", type = " + Literals.quote(HistoryRow.typeOf(change));
    }

    /** Makes a row say that it was another file. */
    public String withChecksum(HistoryRow row, int checksum) {
        return "UPDATE " + table.quoted() + " SET checksum = " + checksum + " WHERE " + ranks.is(row);
    }

    /** As Flyway shortens it, whose {@code validate} compares descriptions. */
    public static String shortened(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION - 3) + "...";
    }
}
