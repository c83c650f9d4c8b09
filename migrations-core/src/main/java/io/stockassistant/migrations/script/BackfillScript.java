package io.stockassistant.migrations.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backfill ready to run.
 *
 * @param statement what is done for one range of keys
 * @param check a query for rows that still have to be done, if the file has one
 */
public record BackfillScript(
        Backfill backfill,
        BackfillHeader header,
        RangeSql statement,
        @Nullable RangeSql check) {

    public Optional<RangeSql> findCheck() {
        return Optional.ofNullable(check);
    }

    /** Whether it is done table by table where the table has partitions. */
    public boolean isByPartition() {
        return statement.has("table");
    }
}
