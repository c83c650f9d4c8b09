package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does a batch in the transaction that is open. What a row refuses is tried in halves, until such rows are alone. */
final class Attempt {

    /** Data exceptions, constraints, what functions raise: what may be so for one row and not for the next. */
    private static final Set<String> OF_ROWS = Set.of("22", "23", "44", "P0", "38", "39", "2F");

    private final Statements statements;
    private final BackfillScript script;
    private final KeyTable whole;
    private final Batch batch;
    private final Batches batches;
    private final Failures failures;
    private final long deadline;
    private long rows;

    /** @param deadline as {@link System#nanoTime()} has it: halves that are not begun by then are batches of their own */
    Attempt(Statements statements, BackfillScript script, KeyTable whole, Batch batch, long deadline) {
        this.statements = statements;
        this.script = script;
        this.whole = whole;
        this.batch = batch;
        this.batches = new Batches(statements, script.backfill().revision());
        this.failures = new Failures(statements, script.backfill().revision());
        this.deadline = deadline;
    }

    /**
     * Does it.
     *
     * @return how many rows it has seen to
     * @throws SQLException what is no single row's fault
     */
    long run() throws SQLException {
        attempt(batch.range());
        return rows;
    }

    private void attempt(KeyRange range) throws SQLException {
        Savepoint before = statements.connection().setSavepoint();
        try {
            statements.execute(sql(range));
            statements.connection().releaseSavepoint(before);
            rows += range.rows();
            if (batch.again()) {
                failures.resolved(batch.table(), range.from());
            }
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e)
                    || !OF_ROWS.contains(SqlState.of(e).substring(0, 2))) {
                throw e;
            }
            statements.connection().rollback(before);
            if (range.isOneKey()) {
                rows += range.rows();
                failures.failed(
                        batch.table(), range.from(), SqlState.of(e), FailedStatement.text(e), batch.attempts() + 1);
            } else {
                attemptHalves(range);
            }
        }
    }

    private void attemptHalves(KeyRange range) throws SQLException {
        for (KeyRange half : halves(statements, whole.part(batch.table()), range)) {
            if (System.nanoTime() > deadline) {
                batches.add(batch.table(), half, batch.attempts(), false);
            } else {
                attempt(half);
            }
        }
    }

    private String sql(KeyRange range) {
        return script.statement()
                .with(Map.of(
                        "from", whole.values(range.from()),
                        "to", whole.values(range.to()),
                        "table", batch.table(),
                        "todo", "(" + whole.todo() + ")"));
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
