package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row of one backfill in the books, while it is of the same file; who calls it begins and ends the transactions. */
final class BookEntry {

    private final Statements statements;
    private final String module;
    private final String version;
    private final int checksum;

    BookEntry(Statements statements, Backfill backfill) {
        this.statements = statements;
        this.module = backfill.module();
        this.version = backfill.version().toString();
        this.checksum = backfill.checksum();
    }

    /** Of two who begin at once, one does: the answer is whether it is this one. */
    boolean begin(BackfillScript script, long estimate, int workers) throws SQLException {
        return statements.update(
                        "INSERT INTO " + BookSql.BACKFILL
                                + " (module, version, description, checksum, state, rows_estimated, batch_size, workers)"
                                + " VALUES (?, ?, ?, ?, 'running', ?, ?, ?) ON CONFLICT DO NOTHING",
                        module,
                        version,
                        script.backfill().description(),
                        checksum,
                        estimate,
                        script.header().batchSize(),
                        workers)
                == 1;
    }

    /** Where it stands, for the one who may change it until the transaction ends; pending if it is not this file's. */
    BackfillState lock() throws SQLException {
        try (PreparedStatement statement = statements.prepare(
                        "SELECT state FROM " + BookSql.BACKFILL
                                + " WHERE module = ? AND version = ? AND checksum = ? FOR NO KEY UPDATE",
                        module,
                        version,
                        checksum);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? BackfillState.of(row.getString(1)) : BackfillState.PENDING;
        }
    }

    int batchSize() throws SQLException {
        return (int) number("batch_size");
    }

    /** How many are to work in each process. */
    int workers() throws SQLException {
        return (int) number("workers");
    }

    /** How often the table has been walked through. */
    int passes() throws SQLException {
        return (int) number("passes");
    }

    void setPasses(int passes) throws SQLException {
        update("passes = ?", passes);
    }

    void setBatchSize(int size) throws SQLException {
        update("batch_size = ?", size);
    }

    void setWorkers(int workers) throws SQLException {
        update("workers = ?", workers);
    }

    /** One more batch is done. */
    void count(long rows, int nextSize) throws SQLException {
        update("batches_done = batches_done + 1, rows_done = rows_done + ?, batch_size = ?", rows, nextSize);
    }

    /** Says that somebody is at it. */
    void touch() throws SQLException {
        update("workers = workers");
    }

    void set(BackfillState state, @Nullable String message) throws SQLException {
        boolean ended = state == BackfillState.COMPLETE || state == BackfillState.FAILED;
        update("state = ?, message = ?, ended_at = " + (ended ? "clock_timestamp()" : "NULL"), state.word(), message);
    }

    private long number(String column) throws SQLException {
        return statements.number(
                "SELECT " + column + " FROM " + BookSql.BACKFILL + " WHERE module = ? AND version = ?",
                module,
                version);
    }

    private void update(String assignments, @Nullable Object... values) throws SQLException {
        @Nullable Object[] all = new Object[values.length + 3];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = module;
        all[values.length + 1] = version;
        all[values.length + 2] = checksum;
        statements.update(
                "UPDATE " + BookSql.BACKFILL + " SET updated_at = clock_timestamp(), " + assignments
                        + " WHERE module = ? AND version = ? AND checksum = ?",
                all);
    }
}
