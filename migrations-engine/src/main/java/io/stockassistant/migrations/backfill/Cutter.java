package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Cuts batches from what is left of a backfill, as large as they are to be now. */
final class Cutter {

    private static final int WORTH_SHARING = 10_000;

    private final Statements statements;
    private final BookEntry book;
    private final Batches batches;
    private final TableLookup.Found found;
    private final BackfillSettings settings;

    Cutter(Statements statements, Task task) {
        this.statements = statements;
        this.book = new BookEntry(statements, task.script().backfill());
        this.batches = new Batches(statements, task.script().backfill());
        this.found = task.found();
        this.settings = task.settings();
    }

    /** The next batch of what has no end yet. */
    void cutFrom(Batch rest) throws SQLException {
        RangeCut cut = ranges(rest);
        List<String> behind = rest.findFrom().orElse(List.of());
        int size = size(rest);
        Optional<KeyRange> next = cut.next(behind, rest.to(), size);
        if (next.isPresent()) {
            batches.beginRestBehind(rest, next.get().to());
            batches.add(rest.table(), counted(cut, next.get()), 0, false);
            return;
        }
        Optional<KeyRange> last = cut.all(behind, rest.to());
        batches.remove(rest);
        if (last.isPresent()) {
            for (KeyRange each : shared(cut, last.get())) {
                batches.add(rest.table(), each, 0, false);
            }
        }
    }

    /** Or one worker would do the last range while the others wait for it. */
    private List<KeyRange> shared(RangeCut cut, KeyRange last) throws SQLException {
        return last.rows() >= WORTH_SHARING && book.workers() > 1 ? cut.inTwo(last, last.rows() / 2) : List.of(last);
    }

    /** Of one that is much larger than what fits now, the beginning; the rest is a batch of its own. */
    Batch fitting(Batch batch) throws SQLException {
        KeyRange range = batch.range();
        int size = size(batch);
        if (range.rows() <= 2L * size) {
            return batch;
        }
        List<KeyRange> parts = ranges(batch).inTwo(range, size);
        if (parts.size() == 1) {
            return batch; // of one key
        }
        batches.add(batch.table(), parts.get(1), batch.attempts(), batch.again());
        return batch.with(counted(ranges(batch), parts.get(0)));
    }

    /** Two batches in the place of one. */
    void halve(Batch batch) throws SQLException {
        for (KeyRange half : ranges(batch).inHalves(batch.range())) {
            batches.add(batch.table(), half, 0, batch.again());
        }
        batches.remove(batch);
    }

    private RangeCut ranges(Batch batch) {
        return new RangeCut(statements, found.table().part(batch.table()));
    }

    /** Where there is a highest rate, no batch is more than a second's. */
    private int size(Batch batch) {
        return settings.maxRate() == 0 ? batch.fitting() : (int) Math.min(batch.fitting(), settings.maxRate());
    }

    /** Where keys are not unique, more rows have the last one. */
    private KeyRange counted(RangeCut cut, KeyRange range) throws SQLException {
        return found.unique() ? range : cut.counted(range);
    }
}
