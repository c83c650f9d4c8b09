package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a batch in the transaction that is open. Where a row refuses it, it goes on in pieces: half as large until
 * such a row is alone, and then as large as the rows between two such rows were.
 */
final class Carrying {

    /** The server keeps books of 64 parts of each transaction in memory; with more, everybody's queries are slower. */
    private static final int MOST_PIECES = 60;

    private static final int MOST_KEYS = 20_000;

    private final Statements statements;
    private final KeyTable part;
    private final Batch batch;
    private final Attempt attempt;
    private final Batches batches;
    private final Failures failures;
    private final long deadline;
    private final List<Failures.Refused> refused = new ArrayList<>();

    /** @param deadline as {@link System#nanoTime()} has it: pieces that are not begun by then are a batch of their own */
    Carrying(
            Statements statements,
            Batches batches,
            Failures failures,
            Attempt attempt,
            KeyTable part,
            Batch batch,
            long deadline) {
        this.statements = statements;
        this.batches = batches;
        this.failures = failures;
        this.attempt = attempt;
        this.part = part;
        this.batch = batch;
        this.deadline = deadline;
    }

    /**
     * What has come of it.
     *
     * @param rows that were seen to
     * @param failed how many of them could not be done
     * @param whole whether nothing of it is left for another batch
     */
    record Outcome(long rows, long failed, boolean whole) {}

    /** @throws SQLException what is no single row's fault */
    Outcome carryOut() throws SQLException {
        KeyRange range = batch.range();
        Optional<SQLException> failure = attempt.on(range);
        if (failure.isEmpty()) {
            if (batch.again()) {
                failures.resolved(batch.table(), range.from());
            }
            return new Outcome(range.rows(), 0, true);
        }
        Outcome outcome = range.isOneKey() ? refuse(range, failure.get()) : inPieces(range);
        failures.failed(batch.table(), refused, batch.attempts() + 1);
        return outcome;
    }

    private Outcome refuse(KeyRange one, SQLException failure) throws SQLException {
        attempt.end();
        refused.add(Failures.Refused.of(one.from(), failure));
        return new Outcome(one.rows(), 1, true);
    }

    private Outcome inPieces(KeyRange range) throws SQLException {
        attempt.end();
        Keys keys = Keys.read(statements, part, range, MOST_KEYS);
        if (keys.size() == 0) { // its rows are gone: whatever is wrong, it is no row's
            KeyRange first = new KeyRange(range.from(), range.from(), 0);
            Optional<SQLException> failure = attempt.on(first);
            return failure.isEmpty() ? new Outcome(0, 0, true) : refuse(first, failure.get());
        }
        int begin = 0; // of what is left
        int end = keys.size(); // before which one is refused
        int pieces = 0;
        boolean known = true;
        while (begin < keys.size() && pieces < MOST_PIECES && System.nanoTime() < deadline) {
            int size = known ? (end - begin) / 2 : begin / Math.max(1, refused.size());
            int next = Math.min(keys.size(), begin + Math.max(1, size));
            KeyRange piece = keys.range(begin, next);
            Optional<SQLException> failure = attempt.on(piece);
            if (failure.isEmpty()) {
                pieces++;
                begin = next;
                known = known && begin < end;
            } else if (piece.isOneKey()) {
                refused.add(Failures.Refused.of(piece.from(), failure.get()));
                begin = next;
                known = false;
            } else {
                end = next;
                known = true;
            }
        }
        attempt.end();
        return rest(range, keys, begin);
    }

    /** What it did not come to is a batch of its own. */
    private Outcome rest(KeyRange range, Keys keys, int begin) throws SQLException {
        long done = keys.count(0, begin);
        Optional<List<String>> next = keys.find(begin);
        if (next.isPresent()) {
            KeyRange left = new KeyRange(next.get(), range.to(), Math.max(1, range.rows() - done));
            batches.add(batch.table(), left, batch.attempts(), false);
        }
        return new Outcome(done, refused.size(), next.isEmpty());
    }
}
