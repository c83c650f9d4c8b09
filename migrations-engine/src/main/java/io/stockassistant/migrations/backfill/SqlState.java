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

    /**
     * The classes of what is wrong with the statement, the connection or the server. All others may be so for one row
     * and not for the next: data exceptions, constraints, limits, a second row of a subquery, and what functions raise,
     * for which their authors make up codes.
     */
    private static final Set<String> OF_NO_ROW = Set.of(
            "00", "01", "02", "03", "08", "0A", "0B", "0F", "0L", "0P", "0Z", "24", "25", "26", "28", "2B", "2D", "34",
            "3B", "3D", "3F", "40", "42", "53", "55", "57", "58", "72", "F0", "HV", "XX");

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
        return !OF_NO_ROW.contains(of(e).substring(0, 2)) || of(e).equals(FAILED_TRANSACTION);
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
