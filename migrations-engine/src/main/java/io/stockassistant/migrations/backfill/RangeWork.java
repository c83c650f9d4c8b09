package io.stockassistant.migrations.backfill;

import java.sql.SQLException;

/** What is done for a range of keys, in the transaction that is open. */
interface RangeWork {

    /**
     * Does it.
     *
     * @param table the one that is walked through, or one of its partitions
     * @param before statements that are sent first, in the same message if that can be
     * @param after a statement that is sent when it is done, in the same message if that can be
     */
    void carryOut(KeyTable table, KeyRange range, String before, String after) throws SQLException;
}
