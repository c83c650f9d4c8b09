package io.stockassistant.migrations.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backfill ready to run.
 *
 * @param work what is done for one range of keys
 * @param check a query for rows that still have to be done, if there is one
 */
public record BackfillScript(
        Backfill backfill,
        BackfillHeader header,
        BackfillWork work,
        @Nullable RangeSql check) {

    /** The statement, if it is no class. */
    public Optional<RangeSql> findStatement() {
        return work instanceof RangeSql sql ? Optional.of(sql) : Optional.empty();
    }

    public Optional<RangeSql> findCheck() {
        return Optional.ofNullable(check);
    }

    /** Whether it is done table by table where the table has partitions. */
    public boolean isByPartition() {
        return findStatement().filter(sql -> sql.has("table")).isPresent();
    }

    /** Where the work stands, for messages. */
    public String place() {
        return backfill.file().place(findStatement().map(RangeSql::line).orElse(null));
    }
}
