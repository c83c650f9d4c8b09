package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Whether a backfill would find rows to do. */
public enum RowsToDo {
    NONE,
    /** Or it takes long to find none. */
    SOME,
    /** What has to be there before it is not there yet. */
    UNKNOWN;

    /** As JSON has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Looks whether there are some, without a change.
     *
     * @param connection with automatic commit
     * @param schema of the module
     * @throws io.stockassistant.migrations.problem.ProblemException if its table cannot be walked through
     */
    public static RowsToDo of(Connection connection, BackfillScript script, String schema) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return new RowsLeft(script, schema).maySomeBeIn(connection) ? SOME : NONE;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
