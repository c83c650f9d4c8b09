package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** With what a transaction of a backfill begins: the names of migrations, and keys that read the same everywhere. */
final class SessionSettings {

    /** A worker that hangs between two statements gives back what it has. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private SessionSettings() {}

    static void apply(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('search_path', "
                    + Literals.quote(Identifiers.quote(schema) + ", \"$user\", public")
                    + ", true), set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),"
                    + " set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),"
                    + " set_config('lock_timeout', '0', true),"
                    + " set_config('statement_timeout', '0', true),"
                    + " set_config('idle_in_transaction_session_timeout', '" + LEASE.toMillis() + "ms', true)");
        }
    }
}
