package io.stockassistant.migrations.backfill;

import java.util.Locale;

/** How many rows a worker has seen to, and how many of them could not be done. */
final class Tally {

    private static final long MANY = 1_000;

    private long rows;
    private long failed;

    void add(long moreRows, long moreFailed) {
        rows += moreRows;
        failed += moreFailed;
    }

    /** Whether it is rather the statement that is wrong than the rows: to go on would fill the books with them. */
    boolean isHopeless() {
        return failed >= MANY && failed * 10 > rows * 9;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Of the last %,d rows, %,d could not be done: this looks like a mistake of the backfill, not of the rows.",
                rows,
                failed);
    }
}
