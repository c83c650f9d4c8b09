package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.HistoryTable;

/** How rows of a history are numbered and found in SQL. */
public sealed interface Ranks {

    /** The rank of the n-th row from now, counted from 1. */
    String next(int n);

    /** A condition that holds for one row alone. */
    String is(HistoryRow row);

    /** The history has been read; the server refuses a rank that somebody else has taken meanwhile. */
    record Known(int last) implements Ranks {
        @Override
        public String next(int n) {
            return Integer.toString(last + n);
        }

        @Override
        public String is(HistoryRow row) {
            return "installed_rank = " + row.rank();
        }
    }

    /** The history will be there when the statement runs. */
    record Computed(HistoryTable table) implements Ranks {
        @Override
        public String next(int n) {
            return "(SELECT coalesce(max(installed_rank), 0) + " + n + " FROM " + table.quoted() + ")";
        }

        @Override
        public String is(HistoryRow row) {
            return "installed_rank = (SELECT max(installed_rank) FROM " + table.quoted()
                    + " WHERE type <> 'DELETE' AND "
                    + (row.version() == null
                            ? "version IS NULL AND description = " + Literals.quote(row.description())
                            : "version = " + Literals.quote(row.version().toString()))
                    + ")";
        }
    }
}
