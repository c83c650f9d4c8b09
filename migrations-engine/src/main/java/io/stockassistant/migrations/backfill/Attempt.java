package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does a batch in the transaction that is open. What a row refuses is tried in halves, until such rows are alone. */
final class Attempt {

    private final Statements statements;
    private final RangeWork work;
    private final KeyTable table;
    private final Batch batch;
    private final Batches batches;
    private final Failures failures;
    private final long deadline;
    private long rows;
    private long failed;

    /** @param deadline as {@link System#nanoTime()} has it: halves that are not begun by then are batches of their own */
    Attempt(
            Statements statements,
            Batches batches,
            Failures failures,
            RangeWork work,
            KeyTable whole,
            Batch batch,
            long deadline) {
        this.statements = statements;
        this.work = work;
        this.table = whole.part(batch.table());
        this.batch = batch;
        this.batches = batches;
        this.failures = failures;
        this.deadline = deadline;
    }

    /**
     * Does it.
     *
     * @throws SQLException what is no single row's fault
     */
    void run() throws SQLException {
        attempt(batch.range());
    }

    /** How many rows it has seen to. */
    long rows() {
        return rows;
    }

    /** How many of them could not be done. */
    long failed() {
        return failed;
    }

    private void attempt(KeyRange range) throws SQLException {
        Savepoint before = statements.connection().setSavepoint();
        try {
            work.carryOut(table, range);
            statements.connection().releaseSavepoint(before);
            rows += range.rows();
            if (batch.again()) {
                failures.resolved(batch.table(), range.from());
            }
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e) || !SqlState.isOfRow(e)) {
                throw e;
            }
            statements.connection().rollback(before);
            if (range.isOneKey()) {
                rows += range.rows();
                failed++;
                failures.failed(
                        batch.table(), range.from(), SqlState.of(e), FailedStatement.text(e), batch.attempts() + 1);
            } else {
                attemptHalves(range);
            }
        }
    }

    private void attemptHalves(KeyRange range) throws SQLException {
        for (KeyRange half : halves(statements, table, range)) {
            if (System.nanoTime() > deadline) {
                batches.add(batch.table(), half, batch.attempts(), false);
            } else {
                attempt(half);
            }
        }
    }

    /** At most two; rows may be gone meanwhile. */
    static List<KeyRange> halves(Statements statements, KeyTable table, KeyRange range) throws SQLException {
        long count = statements.number(table.countIn(range));
        Optional<List<String>> first = statements.findRow(table.nthIn(range, List.of(), 0));
        if (first.isEmpty()) {
            return List.of(new KeyRange(range.from(), range.from(), 0));
        }
        long half = Math.max(1, count / 2);
        List<String> middle =
                statements.findRow(table.nthIn(range, List.of(), half - 1)).orElse(first.get());
        List<KeyRange> halves = new ArrayList<>();
        halves.add(new KeyRange(first.get(), middle, half));
        statements
                .findRow(table.nthIn(range, middle, 0))
                .ifPresent(next -> halves.add(new KeyRange(next, range.to(), count - half)));
        return halves;
    }
}
