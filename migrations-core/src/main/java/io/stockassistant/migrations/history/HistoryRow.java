package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.ClassName;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.JavaFile;
import io.stockassistant.migrations.script.Migration;
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

    private static final String JAVA = "JDBC";

    /** Takes a version back: what Flyway's repair writes, and what undoing a migration writes here. */
    boolean isRemoval() {
        return type.equals("DELETE") || type.startsWith("UNDO_");
    }

    /** The type of the row that applies a change: Flyway's word. */
    public static String typeOf(Change change) {
        if (change instanceof Migration migration && migration.isBaseline()) {
            return "BASELINE";
        }
        return change.upgrade() instanceof JavaFile ? JAVA : "SQL";
    }

    /** Whether it is about an SQL file. */
    public boolean isOfScript() {
        return type.equals("SQL");
    }

    /** Whether it is about an SQL file or a class, which may have a checksum. */
    public boolean isOfCode() {
        return isOfScript() || type.equals(JAVA);
    }

    /**
     * Whether it is about a file that the module has to have: an SQL file, or a class of a name by which classes are
     * found, where they can be. Of Flyway's other Java migrations nothing is known.
     */
    public boolean isOfFile(Module module) {
        return isOfScript()
                || (type.equals(JAVA)
                        && ClassName.isOfMigration(script)
                        && module.location().findClasses().isPresent());
    }

    /** Whether it was applied by the same kind of file: SQL by SQL, a class by a class. */
    public boolean isOfKind(Change change) {
        return isBaseline() || type.equals(typeOf(change));
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
