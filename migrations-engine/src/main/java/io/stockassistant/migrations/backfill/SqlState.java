package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.Set;

/** What the five characters of a failure say about whether to try again. */
final class SqlState {

    static final String QUERY_CANCELED = "57014";

    /** A function outside of the server has failed: what the code of a class throws for its rows. */
    static final String OF_CODE = "38000";

    /** What no row can help. */
    static final String OF_SYSTEM = "58000";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String NONE = "XX000";

    /** A lock that somebody has, a timeout, a conflict, a deadlock: what may be otherwise the next time. */
    private static final Set<String> PASSING = Set.of(LOCK_NOT_AVAILABLE, QUERY_CANCELED, "40001", "40P01");

    /** Data exceptions, constraints, what functions raise: what may be so for one row and not for the next. */
    private static final Set<String> OF_ROWS = Set.of("22", "23", "44", "P0", "38", "39", "2F");

    /** Somebody has gone on after a failure as if there had been none. */
    private static final String FAILED_TRANSACTION = "25P02";

    private SqlState() {}

    static String of(SQLException e) {
        return e.getSQLState() == null ? NONE : e.getSQLState();
    }

    static boolean isPassing(SQLException e) {
        return PASSING.contains(of(e));
    }

    /** Whether another row may fare better. */
    static boolean isOfRow(SQLException e) {
        return OF_ROWS.contains(of(e).substring(0, 2)) || of(e).equals(FAILED_TRANSACTION);
    }

    /** Whether a savepoint is gone, because its transaction is. */
    static boolean isOfEndedTransaction(SQLException e) {
        return of(e).equals("3B001") || of(e).equals("25P01");
    }

    /** Whether a smaller batch would have come further. */
    static boolean isOfSize(SQLException e) {
        return of(e).equals(LOCK_NOT_AVAILABLE) || of(e).equals(QUERY_CANCELED);
    }
}
