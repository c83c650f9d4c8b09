package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillClass;
import io.stockassistant.migrations.script.RangeSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Does one thing after the other of what is left of a backfill, each in a transaction of its own: cuts a range, does a
 * range, ends the whole. What it works on is locked for that long; when it dies, somebody else does it.
 */
final class Worker {

    /** What one turn has come to. */
    enum Turn {
        DONE,
        CUT,
        /** What is left, others have, or it has to wait. */
        NOTHING_FREE,
        OVER
    }

    private final Connection connection;
    private final Task task;
    private final Statements statements;
    private final BookEntry book;
    private final Batches batches;
    private final Failures failures;
    private final Cutter cutter;
    private final RangeWork work;
    private final Tally tally = new Tally();
    private long rows;

    Worker(Connection connection, Task task) throws SQLException {
        Backfill backfill = task.script().backfill();
        this.connection = connection;
        this.task = task;
        this.statements = new Statements(connection);
        this.book = new BookEntry(statements, backfill);
        this.batches = new Batches(statements, backfill);
        this.failures = new Failures(statements, backfill.revision());
        this.cutter = new Cutter(statements, task);
        this.work = task.script().work() instanceof BackfillClass type
                ? new JavaWork(connection, type)
                : new SqlWork(statements, (RangeSql) task.script().work());
        SessionSettings.begin(connection);
    }

    /** Rows that the last turn did. */
    long rows() {
        return rows;
    }

    Turn turn(Brake brake) throws SQLException {
        rows = 0;
        Optional<Batch> claimed = Optional.empty();
        try {
            SessionSettings.apply(connection, task);
            claimed = batches.claim();
            return claimed.isPresent() ? turn(claimed.get()) : new Ending(statements, task).end();
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e) || brake.isInterrupted()) {
                throw e; // cancelled, it was no attempt
            }
            connection.rollback();
            if (!SqlState.isPassing(e)) {
                throw e;
            }
            Optional<Batch> tried = claimed.filter(each -> !each.uncut());
            if (tried.isPresent()) {
                putOff(tried.get(), e);
            }
            return Turn.NOTHING_FREE;
        }
    }

    private Turn turn(Batch batch) throws SQLException {
        if (isGone(batch.table())) {
            if (batch.again()) {
                failures.resolved(batch.table(), batch.range().from());
            }
            batches.remove(batch);
        } else if (batch.uncut()) {
            cutter.cutFrom(batch);
        } else {
            carryOut(batch);
            return Turn.DONE;
        }
        connection.commit();
        return Turn.CUT;
    }

    /** A partition that was dropped has taken its rows along. */
    private boolean isGone(String table) throws SQLException {
        return task.found().isByPartition() && statements.isTrue("SELECT to_regclass(?) IS NULL", table);
    }

    private void carryOut(Batch claimed) throws SQLException {
        BackfillSettings settings = task.settings();
        long start = System.nanoTime();
        Batch batch = cutter.fitting(claimed);
        statements.execute("SET LOCAL statement_timeout = "
                + settings.statementTimeout().toMillis() + "; SET LOCAL lock_timeout = "
                + settings.lockTimeout().toMillis());
        long deadline = start + 2 * settings.batchTime().toNanos();
        KeyTable part = task.found().table().part(batch.table());
        Attempt attempt = new Attempt(statements, work, part);
        Carrying.Outcome outcome =
                new Carrying(statements, batches, failures, attempt, part, batch, deadline).carryOut();
        rows = outcome.rows();
        statements.execute("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        batches.remove(batch);
        book.count(
                rows,
                outcome.whole()
                        ? new Pace(settings.batchTime()).next(batch.fitting(), rows, duration)
                        : Pace.asMany(batch.fitting(), rows));
        if (!batch.again()) {
            tally.add(rows, outcome.failed());
        }
        if (tally.isHopeless()) {
            book.set(BackfillState.FAILED, tally.toString());
        }
        connection.commit();
    }

    /** Unless somebody else has taken it since the transaction ended. */
    private void putOff(Batch batch, SQLException e) throws SQLException {
        SessionSettings.apply(connection, task);
        if (!batches.claimAgain(batch)) {
            connection.rollback();
            return;
        }
        if (SqlState.isOfSize(e)) {
            book.setBatchSize(Pace.shrunk(book.batchSize()));
        }
        KeyRange range = batch.range();
        if (batch.attempts() + 1 < task.script().header().maxAttempts()) {
            Failures.Refused refused = Failures.Refused.of(range.from(), e);
            batches.putOff(batch, Pace.pause(batch.attempts()), refused.sqlState(), refused.message());
        } else if (range.isOneKey()) {
            failures.failed(batch.table(), List.of(Failures.Refused.of(range.from(), e)), batch.attempts() + 1);
            batches.remove(batch);
        } else {
            cutter.halve(batch);
        }
        connection.commit();
    }
}
