package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.database.FailedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Does the work of a backfill for some of the keys of a batch, within the transaction that is open: what a row refuses
 * takes back that much and no more.
 */
final class Attempt {

    private static final String BEGIN = "SAVEPOINT piece;\n";
    private static final String TAKE_BACK = "ROLLBACK TO SAVEPOINT piece;\n";

    /** What waits for the commit would otherwise fail there, where nobody knows of which row it is. */
    private static final String CHECK = "SET CONSTRAINTS ALL IMMEDIATE;\n";

    private static final String END = "RELEASE SAVEPOINT piece";

    /** A piece may leave to its end what the one before it has had checked. */
    private static final String WAIT_AGAIN = "SET CONSTRAINTS ALL DEFERRED;\n";

    private final Statements statements;
    private final RangeWork work;
    private final KeyTable table;
    private boolean refused;
    private boolean checked;

    /** @param table the one that is walked through, or one of its partitions */
    Attempt(Statements statements, RangeWork work, KeyTable table) {
        this.statements = statements;
        this.work = work;
        this.table = table;
    }

    /**
     * Tries it.
     *
     * @return why it is refused for a row, if it is; then nothing but this may be sent until {@link #end()}
     * @throws SQLException what is no single row's fault
     */
    Optional<SQLException> on(KeyRange range) throws SQLException {
        try {
            String before = refused ? TAKE_BACK : BEGIN;
            work.carryOut(table, range, checked ? before + WAIT_AGAIN : before, CHECK + END);
            refused = false;
            checked = true;
            return Optional.empty();
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e) || !SqlState.isOfRow(e)) {
                throw e;
            }
            refused = true;
            return Optional.of(e);
        }
    }

    /** Other statements may come. */
    void end() throws SQLException {
        if (refused) {
            statements.execute(TAKE_BACK + END);
            refused = false;
        }
    }
}
