package io.stockassistant.migrations.backfill;

import java.sql.SQLException;

/** What is done for a range of keys, in the transaction that is open. */
interface RangeWork {

    /**
     * Does it.
     *
     * @param table the one that is walked through, or one of its partitions
     */
    void carryOut(KeyTable table, KeyRange range) throws SQLException;
}
