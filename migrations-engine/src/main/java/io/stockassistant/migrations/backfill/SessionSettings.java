package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** With what a transaction of a backfill begins: the names of migrations, and keys that read the same everywhere. */
final class SessionSettings {

    /**
     * What a server that crashes has not yet written is lost with its page of the books, and done again; nothing that
     * comes after it is kept then.
     */
    private static final String DO_NOT_WAIT_FOR_DISK = "set_config('synchronous_commit', 'off', true)";

    /** The server takes a range of a key of several columns for a large part of the table, and would read all of it. */
    private static final String RANGES_BY_INDEX =
            "set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

    /** A worker that hangs between two statements gives back what it has. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private SessionSettings() {}

    /**
     * For a connection of which each transaction is to see what others have committed before each statement, whatever
     * its role has otherwise: workers who change one row of the books would fail each other.
     *
     * @param connection with automatic commit, and without from now on
     */
    static void begin(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** For work on a table. */
    static void apply(Connection connection, Task task) throws SQLException {
        apply(
                connection,
                task.schema(),
                task.found().table().columns().size() > 1
                        ? DO_NOT_WAIT_FOR_DISK + ", " + RANGES_BY_INDEX
                        : DO_NOT_WAIT_FOR_DISK);
    }

    static void apply(Connection connection, String schema) throws SQLException {
        apply(connection, schema, "");
    }

    /** The commit of this transaction is on disk, with all that were before it. */
    static void waitForDisk(Statements statements) throws SQLException {
        statements.execute("SET LOCAL synchronous_commit TO DEFAULT");
    }

    private static void apply(Connection connection, String schema, String more) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('search_path', "
                    + Literals.quote(Identifiers.quote(schema) + ", \"$user\", public")
                    + ", true), set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),"
                    + " set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),"
                    + " set_config('lock_timeout', '0', true),"
                    + " set_config('statement_timeout', '0', true),"
                    + " set_config('idle_in_transaction_session_timeout', '" + LEASE.toMillis() + "ms', true)"
                    + (more.isEmpty() ? "" : ", " + more));
        }
    }
}
