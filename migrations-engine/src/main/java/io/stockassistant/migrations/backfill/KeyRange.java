package io.stockassistant.migrations.backfill;

import java.util.List;

/** Keys from one to another, both included, with so many rows as were counted. */
record KeyRange(List<String> from, List<String> to, long rows) {

    KeyRange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    boolean isOneKey() {
        return from.equals(to);
    }
}
