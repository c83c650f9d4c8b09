package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of a Flyway history table.
 *
 * @param rank its number; it orders rows of one table, and says nothing across modules
 * @param version absent for repeatable migrations and for Flyway's own SCHEMA row
 * @param type Flyway's word: SQL, JDBC, DELETE, BASELINE, SCHEMA, …
 * @param checksum absent for rows that are not about a file
 * @param installedOn in the time zone of the session that wrote it, as Flyway keeps it
 * @param millis how long the script ran
 */
public record HistoryRow(
        int rank,
        @Nullable Version version,
        String description,
        String type,
        String script,
        @Nullable Integer checksum,
        String installedBy,
        LocalDateTime installedOn,
        int millis,
        boolean success) {

    /** Marks the row of an upgrade without a transaction that has begun and not ended. */
    static final int UPGRADE_UNDER_WAY = -1;

    /** Marks the row of a migration whose downgrade without a transaction has begun and not ended. */
    static final int DOWNGRADE_UNDER_WAY = -2;

    /** Takes a version back: what Flyway's repair writes, and what undoing a migration writes here. */
    boolean isRemoval() {
        return type.equals("DELETE") || type.startsWith("UNDO_");
    }

    /** Whether it is about an SQL file; Flyway's Java migrations, for one, have none. */
    public boolean isOfScript() {
        return type.equals("SQL");
    }

    /** Whether it is about a repeatable migration, which a history knows by its description. */
    public boolean isRepeatable() {
        return version == null && !type.equals("SCHEMA");
    }

    /** Stands for everything up to its version. */
    public boolean isBaseline() {
        return type.endsWith("BASELINE");
    }

    /** A baseline that stock Flyway ran, and whose file it will not miss; for a row of ours it needs none. */
    public boolean isOfBaselineFile() {
        return type.equals("SQL_BASELINE");
    }

    /** A downgrade without a transaction began and did not end. */
    public boolean isInterruptedDowngrade() {
        return !success && millis == DOWNGRADE_UNDER_WAY;
    }
}
