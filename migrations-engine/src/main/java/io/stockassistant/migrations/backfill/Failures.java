package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.script.Revision;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What of one backfill could not be done; who calls it begins and ends the transactions. */
final class Failures {

    /** Why a failure is none any more that was tried again. */
    private static final String RETRIED = "retried";

    /** Characters of a message: the server repeats values in them, however long they are. */
    private static final int LONGEST = 1_000;

    private final Statements statements;
    private final String module;
    private final String version;

    Failures(Statements statements, Revision revision) {
        this.statements = statements;
        this.module = revision.module();
        this.version = revision.version().toString();
    }

    /** A key that could not be done, and why. */
    record Refused(List<String> key, String sqlState, String message) {

        static Refused of(List<String> key, SQLException e) {
            String text = FailedStatement.text(e);
            return new Refused(
                    key,
                    SqlState.of(e),
                    text.codePointCount(0, text.length()) <= LONGEST
                            ? text
                            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + " …");
        }
    }

    /** So many more attempts, or the first ones, of some keys of a table; of what somebody has resolved nothing more is said. */
    void failed(String table, List<Refused> refused, int attempts) throws SQLException {
        try (PreparedStatement statement = statements.prepare("INSERT INTO " + BookSql.FAILURE
                + " AS f (module, version, table_name, key, sqlstate, message, attempts)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (module, version, table_name, key) DO UPDATE SET"
                + " sqlstate = excluded.sqlstate, message = excluded.message,"
                + " attempts = f.attempts + excluded.attempts, last_at = clock_timestamp(),"
                + " resolved_at = NULL, resolution = NULL WHERE f.resolved_at IS NULL OR f.resolution = '"
                + RETRIED + "'")) {
            for (Refused each : refused) {
                statement.setString(1, module);
                statement.setString(2, version);
                statement.setString(3, table);
                statement.setArray(4, statements.array(each.key()));
                statement.setString(5, each.sqlState());
                statement.setString(6, each.message());
                statement.setInt(7, attempts);
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
        return statements.isTrue("SELECT EXISTS (" + keys("", "resolved_at IS NULL") + ")");
    }

    /** The tables and keys of those that are left and of those that need no attempt, as a query. */
    String settledKeys() {
        return keys("table_name, key", "resolution IS DISTINCT FROM '" + RETRIED + "'");
    }

    long countSettled() throws SQLException {
        return statements.number("SELECT count(*) FROM (" + settledKeys() + ") AS settled");
    }

    private String keys(String columns, String which) {
        return "SELECT " + columns + " FROM " + BookSql.FAILURE + " WHERE module = " + Literals.quote(module)
                + " AND version = " + Literals.quote(version) + " AND " + which;
    }
}
