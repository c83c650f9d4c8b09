package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.script.BackfillClass;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.RangeSql;
import io.stockassistant.migrations.script.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final int MOST_PASSES = 3;

    /** The server takes a range of a key of several columns for a large part of the table, and would read all of it. */
    private static final String RANGES_BY_INDEX = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

    /**
     * What a server that crashes has not yet written is lost with its page of the books, and done again; nothing that
     * comes after it is kept then. What ends the whole is waited for, and all that came before with it.
     */
    private static final String DO_NOT_WAIT = "SET LOCAL synchronous_commit = off";

    private final Connection connection;
    private final Statements statements;
    private final BookEntry book;
    private final Batches batches;
    private final Failures failures;
    private final BackfillScript script;
    private final TableLookup.Found found;
    private final RangeWork work;
    private final BackfillSettings settings;
    private final String schema;
    private final Tally tally = new Tally();
    private long rows;

    Worker(
            Connection connection,
            BackfillScript script,
            TableLookup.Found found,
            BackfillSettings settings,
            String schema)
            throws SQLException {
        Revision revision = script.backfill().revision();
        this.connection = connection;
        this.statements = new Statements(connection);
        this.book = new BookEntry(statements, revision);
        this.batches = new Batches(statements, script.backfill());
        this.failures = new Failures(statements, revision);
        this.script = script;
        this.found = found;
        this.work = script.work() instanceof BackfillClass type
                ? new JavaWork(connection, type)
                : new SqlWork(statements, (RangeSql) script.work());
        this.settings = settings;
        this.schema = schema;
        connection.setAutoCommit(false);
    }

    /** Rows that the last turn did. */
    long rows() {
        return rows;
    }

    Turn turn(Brake brake) throws SQLException {
        rows = 0;
        SessionSettings.apply(connection, schema);
        Optional<Batch> claimed = batches.claim();
        if (claimed.isEmpty()) {
            return end();
        }
        if (found.table().columns().size() > 1) {
            statements.execute(RANGES_BY_INDEX);
        }
        Batch batch = claimed.get();
        if (batch.isRest()) {
            statements.execute(DO_NOT_WAIT);
            cutFrom(batch);
            connection.commit();
            return Turn.CUT;
        }
        try {
            carryOut(batch);
            return Turn.DONE;
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e) || brake.isInterrupted()) {
                throw e; // cancelled, it was no attempt
            }
            connection.rollback();
            if (!SqlState.isPassing(e)) {
                throw e;
            }
            putOff(batch, e);
            return Turn.NOTHING_FREE;
        }
    }

    private void cutFrom(Batch rest) throws SQLException {
        KeyTable table = found.table().part(rest.table());
        List<String> behind = rest.findFrom().orElse(List.of());
        Optional<List<String>> first = statements.findRow(table.nthBehind(behind, 0));
        if (first.isEmpty()) {
            batches.remove(rest);
            return;
        }
        int size = size(rest);
        Optional<List<String>> last = statements.findRow(table.nthBehind(behind, size - 1L));
        if (last.isPresent()) {
            batches.beginRestBehind(rest, last.get());
            KeyRange range = new KeyRange(first.get(), last.get(), size);
            batches.add(rest.table(), found.unique() ? range : counted(table, range), 0, false);
        } else {
            List<String> lastAndCount =
                    statements.findRow(table.lastBehind(behind)).orElseThrow();
            int columns = first.get().size();
            long count = Long.parseLong(lastAndCount.get(columns));
            batches.remove(rest);
            batches.add(rest.table(), new KeyRange(first.get(), lastAndCount.subList(0, columns), count), 0, false);
        }
    }

    /** Where there is a highest rate, no batch is more than a second's. */
    private int size(Batch batch) {
        return settings.maxRate() == 0 ? batch.fitting() : (int) Math.min(batch.fitting(), settings.maxRate());
    }

    /** Others of its last key are among its rows. */
    private KeyRange counted(KeyTable table, KeyRange range) throws SQLException {
        return new KeyRange(range.from(), range.to(), statements.number(table.countIn(range)));
    }

    private void carryOut(Batch claimed) throws SQLException {
        long start = System.nanoTime();
        Batch batch = fitting(claimed);
        statements.execute(DO_NOT_WAIT + "; SET LOCAL statement_timeout = "
                + settings.statementTimeout().toMillis() + "; SET LOCAL lock_timeout = "
                + settings.lockTimeout().toMillis());
        long deadline = start + 2 * settings.batchTime().toNanos();
        KeyTable part = found.table().part(batch.table());
        Carrying.Outcome outcome = new Carrying(
                        statements, batches, failures, new Attempt(statements, work, part), part, batch, deadline)
                .carryOut();
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

    /** Of one that is much larger than what fits now, the beginning; the rest is a batch of its own. */
    private Batch fitting(Batch batch) throws SQLException {
        KeyRange range = batch.range();
        int size = size(batch);
        if (range.rows() <= 2L * size) {
            return batch;
        }
        List<KeyRange> parts = cut(batch).behind(range, size);
        if (parts.size() == 1) {
            return batch; // of one key
        }
        batches.add(batch.table(), parts.get(1), batch.attempts(), batch.again());
        KeyRange first = parts.get(0);
        return batch.with(found.unique() ? first : counted(found.table().part(batch.table()), first));
    }

    private RangeCut cut(Batch batch) {
        return new RangeCut(statements, found.table().part(batch.table()));
    }

    /** Unless somebody else has taken it since the transaction ended. */
    private void putOff(Batch batch, SQLException e) throws SQLException {
        SessionSettings.apply(connection, schema);
        if (!batches.claimAgain(batch)) {
            connection.rollback();
            return;
        }
        if (SqlState.isOfSize(e)) {
            book.setBatchSize(Pace.shrunk(book.batchSize()));
        }
        KeyRange range = batch.range();
        if (batch.attempts() + 1 < script.header().maxAttempts()) {
            batches.putOff(batch, Pace.pause(batch.attempts()), SqlState.of(e), FailedStatement.text(e));
        } else if (range.isOneKey()) {
            failures.failed(batch.table(), List.of(Failures.Refused.of(range.from(), e)), batch.attempts() + 1);
            batches.remove(batch);
        } else {
            for (KeyRange half : cut(batch).inHalves(range)) {
                batches.add(batch.table(), half, 0, batch.again());
            }
            batches.remove(batch);
        }
        connection.commit();
    }

    /** Nothing is free: is nothing left? */
    private Turn end() throws SQLException {
        if (book.lock() != BackfillState.RUNNING) {
            connection.rollback();
            return Turn.OVER;
        }
        if (batches.isAnyLeft()) {
            connection.rollback();
            return Turn.NOTHING_FREE;
        }
        boolean failed = failures.areUnresolved();
        boolean left = isLeft(failed);
        if (left && book.passes() < MOST_PASSES) {
            book.setPasses(book.passes() + 1);
            batches.addRests(found.parts());
            connection.commit();
            return Turn.CUT;
        }
        book.set(
                left || failed ? BackfillState.FAILED : BackfillState.COMPLETE,
                left ? "Rows are left to do after it has walked through the table " + MOST_PASSES + " times." : null);
        connection.commit();
        return Turn.OVER;
    }

    /** A check of the file's own does not know of failures. */
    private boolean isLeft(boolean failed) throws SQLException {
        KeyTable table = found.table();
        if (script.findCheck().isPresent()) {
            String check =
                    script.findCheck().get().with(Map.of("table", table.name(), "todo", "(" + table.todo() + ")"));
            return !failed && statements.isTrue("SELECT EXISTS (" + check + ")");
        }
        return script.header().findTodo().isPresent() && statements.isTrue(table.isLeft(failures.settledKeys()));
    }
}
