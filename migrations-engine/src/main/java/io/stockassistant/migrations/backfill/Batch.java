package io.stockassistant.migrations.backfill;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is left to do: a range of keys, both ends included; or everything behind a key up to another one, from
 * which such ranges are to be cut.
 *
 * @param table a partition of the backfill's table, or that table
 * @param from the first key; of what is to be cut, the one behind which it begins, if there is one
 * @param to the last key
 * @param rows how many keys were counted in it
 * @param attempts how often it was tried
 * @param again whether its rows are known as failures
 * @param uncut whether ranges are to be cut from it
 * @param fitting how many rows a batch has now
 */
record Batch(
        long id,
        String table,
        @Nullable List<String> from,
        List<String> to,
        long rows,
        int attempts,
        boolean again,
        boolean uncut,
        int fitting) {

    /** The same with another range. */
    Batch with(KeyRange range) {
        return new Batch(id, table, range.from(), range.to(), range.rows(), attempts, again, uncut, fitting);
    }

    Optional<List<String>> findFrom() {
        return Optional.ofNullable(from);
    }

    KeyRange range() {
        return new KeyRange(
                findFrom().orElseThrow(() -> new IllegalStateException("batch " + id + " has no beginning")), to, rows);
    }
}
