package io.stockassistant.shared.migration;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/**
 * A data migration in batches for what SQL cannot say, as a Java class beside the module's SQL files: {@code
 * D<version>__Words}, public, with a public no-argument constructor, and with its header lines in a {@link
 * MigrationHeader}: {@code @MigrationHeader({"table: orders", "key: id", "todo: cents IS NULL"})}.
 *
 * <p>Each worker has an object of its own, which one thread uses for one batch after the other.
 */
public interface JavaBackfill {

    /**
     * Does one range of keys. The same range may come again, alone or in parts, after this has failed or the program has
     * ended; what was done in the transaction is undone then.
     *
     * @param connection in the transaction of the batch, which ends after this: the connection refuses to commit, to roll
     *     back and to be closed. It is given back when it is left alone for a minute within the transaction.
     * @throws Exception whatever stands in the way: the range is undone and tried in halves, until the rows that cannot be
     *     done are alone, and are kept as failures
     */
    void carryOut(Connection connection, Range range) throws Exception;

    /**
     * A query that finds rows which are left to do, if that is not what the header line {@code todo} says. It is asked at
     * the end: the backfill is complete when it finds none.
     */
    default Optional<String> findCheck() {
        return Optional.empty();
    }

    /**
     * Keys from one to another, both included.
     *
     * @param table with its schema, as it can stand in a statement
     * @param from the first key, a text for each of its columns
     * @param to the last key
     * @param condition what is true of its rows that are left to do, as SQL that can stand behind {@code WHERE}
     */
    record Range(String table, List<String> from, List<String> to, String condition) {

        /** Takes copies. */
        public Range {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }
}
