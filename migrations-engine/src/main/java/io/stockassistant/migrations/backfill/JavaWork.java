package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.GuardedConnection;
import io.stockassistant.migrations.apply.Guest;
import io.stockassistant.migrations.apply.ThrownByCode;
import io.stockassistant.migrations.script.BackfillClass;
import io.stockassistant.shared.migration.JavaBackfill;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;

/** An object of a class, which is called for one range after the other. */
final class JavaWork implements RangeWork, GuardedConnection.Watch {

    private final Connection connection;
    private final BackfillClass type;
    private final JavaBackfill backfill;

    JavaWork(Connection connection, BackfillClass type) {
        this.connection = connection;
        this.type = type;
        this.backfill = type.create();
    }

    @Override
    public void carryOut(KeyTable table, KeyRange range, String before, String after) throws SQLException {
        Statements statements = new Statements(connection);
        statements.execute(before);
        Savepoint begun = connection.setSavepoint();
        try {
            call(table, range);
            statements.execute(after);
        } catch (SQLException e) {
            throw hasEnded(e, begun)
                    ? new SQLException(
                            type.name() + " has ended the transaction of its batch: what it wrote may stay",
                            SqlState.OF_SYSTEM,
                            e)
                    : e;
        }
    }

    /** Whether the transaction of the batch is over: with COMMIT as SQL, for example, which no connection refuses. */
    private boolean hasEnded(SQLException failure, Savepoint begun) {
        try {
            connection.rollback(begun);
            return false;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return SqlState.isOfEndedTransaction(e);
        }
    }

    private void call(KeyTable table, KeyRange range) throws SQLException {
        GuardedConnection guard = new GuardedConnection(connection, Guest.BACKFILL, true, this);
        try {
            backfill.carryOut(
                    guard.connection(),
                    new JavaBackfill.Range(table.name(), range.from(), range.to(), table.condition(range)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e, SqlState.OF_CODE);
        } catch (LinkageError | StackOverflowError e) {
            throw failure(e, SqlState.OF_SYSTEM);
        } catch (Exception e) {
            throw failure(e, SqlState.OF_CODE);
        } finally {
            guard.end();
        }
    }

    /** What the server refused is the server's; of all else the class's name and line are told. */
    private SQLException failure(Throwable thrown, String state) {
        ThrownByCode code = new ThrownByCode(thrown, type.name());
        return code.findSql().orElseGet(() -> {
            String simple = type.name().substring(type.name().lastIndexOf('.') + 1);
            String line = code.findLine()
                    .map(each -> " (" + simple + ".java:" + each + ")")
                    .orElse("");
            return new SQLException(thrown + line, state, thrown);
        });
    }

    @Override
    public void check(boolean transactional) {
        // whether the transaction is still the batch's, a savepoint tells afterwards
    }

    @Override
    public void warned(SQLWarning warning, String sql) {
        // the same for every batch: nobody would read it
    }
}
