package io.stockassistant.migrations.backfill;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is left to do: a range of keys, both ends included; or, without a last key, everything behind a key,
 * from which ranges are cut.
 *
 * @param table a partition of the backfill's table, or that table
 * @param from the first key; of what has no last key, the one behind which it begins, if there is one
 * @param rows how many keys were counted in it
 * @param attempts how often it was tried
 * @param again whether its rows are known as failures
 * @param fitting how many rows a batch has now
 */
record Batch(
        long id,
        String table,
        @Nullable List<String> from,
        @Nullable List<String> to,
        long rows,
        int attempts,
        boolean again,
        int fitting) {

    boolean isRest() {
        return to == null;
    }

    Optional<List<String>> findFrom() {
        return Optional.ofNullable(from);
    }

    /** The same with another range. */
    Batch with(KeyRange range) {
        return new Batch(id, table, range.from(), range.to(), range.rows(), attempts, again, fitting);
    }

    KeyRange range() {
        if (from == null || to == null) {
            throw new IllegalStateException("batch " + id + " has no ends");
        }
        return new KeyRange(from, to, rows);
    }
}
