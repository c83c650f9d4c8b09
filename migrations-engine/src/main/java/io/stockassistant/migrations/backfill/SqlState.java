package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.Set;

/** What the five characters of a failure say about whether to try again. */
final class SqlState {

    static final String QUERY_CANCELED = "57014";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String NONE = "XX000";

    /** A lock that somebody has, a timeout, a conflict, a deadlock: what may be otherwise the next time. */
    private static final Set<String> PASSING = Set.of(LOCK_NOT_AVAILABLE, QUERY_CANCELED, "40001", "40P01");

    private SqlState() {}

    static String of(SQLException e) {
        return e.getSQLState() == null ? NONE : e.getSQLState();
    }

    static boolean isPassing(SQLException e) {
        return PASSING.contains(of(e));
    }

    /** Whether a smaller batch would have come further. */
    static boolean isOfSize(SQLException e) {
        return of(e).equals(LOCK_NOT_AVAILABLE) || of(e).equals(QUERY_CANCELED);
    }
}
