package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.Backfill;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one backfill has left to do; who calls it begins and ends the transactions. */
final class Batches {

    private final Statements statements;
    private final String module;
    private final String version;
    private final int checksum;

    Batches(Statements statements, Backfill backfill) {
        this.statements = statements;
        this.module = backfill.module();
        this.version = backfill.version().toString();
        this.checksum = backfill.checksum();
    }

    /** A whole table, from which batches are to be cut, up to a key. */
    void addRest(String table, List<String> last) throws SQLException {
        add(table, null, last, 0, 0, false, true);
    }

    void add(String table, KeyRange range, int attempts, boolean again) throws SQLException {
        add(table, range.from(), range.to(), range.rows(), attempts, again, false);
    }

    private void add(
            String table,
            @Nullable List<String> from,
            List<String> to,
            long rows,
            int attempts,
            boolean again,
            boolean uncut)
            throws SQLException {
        statements.update(
                "INSERT INTO " + BookSql.BATCH + " (module, version, table_name, first_key, last_key, rows_counted,"
                        + " attempts, again, uncut) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                module,
                version,
                table,
                statements.array(from),
                statements.array(to),
                rows,
                attempts,
                again,
                uncut);
    }

    /**
     * A batch that nobody else has, until the end of the transaction: ranges first, and then what is still to be cut.
     * None of a backfill that somebody has begun again with another file.
     */
    Optional<Batch> claim() throws SQLException {
        try (PreparedStatement statement = statements.prepare(
                        "SELECT b.id, b.table_name, b.first_key, b.last_key, b.rows_counted, b.attempts, b.again,"
                                + " b.uncut, f.batch_size FROM "
                                + BookSql.BATCH + " b JOIN " + BookSql.BACKFILL + " f USING (module, version)"
                                + " WHERE module = ? AND version = ? AND f.state = 'running' AND f.checksum = ?"
                                // or the clock has been set back
                                + " AND NOT b.not_before BETWEEN clock_timestamp() AND clock_timestamp() + '1 min'"
                                + " ORDER BY b.uncut, b.id LIMIT 1 FOR UPDATE OF b SKIP LOCKED",
                        module,
                        version,
                        checksum);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Batch(
                            row.getLong(1),
                            row.getString(2),
                            Statements.list(row.getArray(3)),
                            Statements.getList(row.getArray(4)),
                            row.getLong(5),
                            row.getInt(6),
                            row.getBoolean(7),
                            row.getBoolean(8),
                            row.getInt(9)))
                    : Optional.empty();
        }
    }

    /** The same one again, if it is still there and nobody else has it. */
    boolean claimAgain(Batch batch) throws SQLException {
        try (PreparedStatement statement = statements.prepare(
                        "SELECT FROM " + BookSql.BATCH + " WHERE id = ? FOR UPDATE SKIP LOCKED", batch.id());
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    boolean isAnyLeft() throws SQLException {
        return statements.isTrue(
                "SELECT EXISTS (SELECT FROM " + BookSql.BATCH + " WHERE module = ? AND version = ?)", module, version);
    }

    void beginRestBehind(Batch rest, List<String> key) throws SQLException {
        statements.update(
                "UPDATE " + BookSql.BATCH + " SET first_key = ? WHERE id = ?", statements.array(key), rest.id());
    }

    void remove(Batch batch) throws SQLException {
        statements.update("DELETE FROM " + BookSql.BATCH + " WHERE id = ?", batch.id());
    }

    /** It is tried again after a pause. */
    void putOff(Batch batch, Duration pause, String sqlState, String message) throws SQLException {
        statements.update(
                "UPDATE " + BookSql.BATCH + " SET attempts = attempts + 1, not_before = clock_timestamp()"
                        + " + make_interval(secs => ? / 1000.0), sqlstate = ?, message = ? WHERE id = ?",
                pause.toMillis(),
                sqlState,
                message,
                batch.id());
    }
}
