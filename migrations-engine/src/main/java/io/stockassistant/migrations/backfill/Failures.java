package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.List;

/** What of one backfill could not be done; who calls it begins and ends the transactions. */
final class Failures {

    /** Why a failure is none any more that was tried again. */
    private static final String RETRIED = "retried";

    private final Statements statements;
    private final String module;
    private final String version;

    Failures(Statements statements, Revision revision) {
        this.statements = statements;
        this.module = revision.module();
        this.version = revision.version().toString();
    }

    /** One more attempt, or the first; of what somebody has resolved nothing more is said. */
    void failed(String table, List<String> key, String sqlState, String message, int attempts) throws SQLException {
        statements.update(
                "INSERT INTO " + BookSql.FAILURE
                        + " AS f (module, version, table_name, key, sqlstate, message, attempts)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (module, version, table_name, key) DO UPDATE SET"
                        + " sqlstate = excluded.sqlstate, message = excluded.message,"
                        + " attempts = f.attempts + excluded.attempts, last_at = clock_timestamp(),"
                        + " resolved_at = NULL, resolution = NULL WHERE f.resolved_at IS NULL OR f.resolution = '"
                        + RETRIED + "'",
                module,
                version,
                table,
                statements.array(key),
                sqlState,
                message,
                attempts);
    }

    /** A further attempt did it. */
    void resolved(String table, List<String> key) throws SQLException {
        statements.update(
                "UPDATE " + BookSql.FAILURE + " SET resolved_at = clock_timestamp(), resolution = ?"
                        + " WHERE module = ? AND version = ? AND table_name = ? AND key = ? AND resolved_at IS NULL",
                RETRIED,
                module,
                version,
                table,
                statements.array(key));
    }

    boolean areUnresolved() throws SQLException {
        return statements.isTrue("SELECT EXISTS (" + keys("resolved_at IS NULL") + ")");
    }

    /** The keys of those that are left and of those that need no attempt, as a query. */
    String settledKeys() {
        return keys("resolution IS DISTINCT FROM '" + RETRIED + "'");
    }

    private String keys(String which) {
        return "SELECT key FROM " + BookSql.FAILURE + " WHERE module = " + Literals.quote(module) + " AND version = "
                + Literals.quote(version) + " AND " + which;
    }
}
