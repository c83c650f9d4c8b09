package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.flyway.JavaWork;
import io.stockassistant.migrations.script.Statement;
import java.lang.StackWalker.StackFrame;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the code of a migration in Java, and looks whether the transaction is still the step's. */
final class JavaCall implements GuardedConnection.Watch {

    private final SqlSession session;
    private final String className;
    private @Nullable WatchedTransaction transaction;

    JavaCall(SqlSession session, PreparedStep step) {
        this.session = session;
        this.className = step.script().file().name();
    }

    /** The whole of it for somebody who sees statements; it has no text. */
    Statement asStatement() {
        return new Statement("", 1, true, null);
    }

    /** In the transaction that the session is in; it is left open. */
    void inTransaction(JavaWork work) throws StatementFailure {
        try {
            WatchedTransaction begun =
                    WatchedTransaction.of(session, className + " has ended the transaction of its step.");
            transaction = begun;
            run(work, true);
            begun.checkAtEnd(className);
        } catch (SQLException e) {
            throw StatementFailure.inCode(e, className);
        }
    }

    /** Without a transaction: the code may begin and end its own. */
    void alone(JavaWork work) throws StatementFailure {
        try {
            run(work, false);
            if (!session.isIdle()) {
                throw new SQLException(className + " has left a transaction open that it began.");
            }
            session.restoreAutoCommit();
        } catch (SQLException e) {
            throw StatementFailure.inCode(e, className);
        }
    }

    private void run(JavaWork work, boolean transactional) throws StatementFailure {
        GuardedConnection guard = new GuardedConnection(session.connection(), Guest.MIGRATION, transactional, this);
        try {
            work.on(guard.connection());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StatementFailure.inCode(e, className);
        } catch (VirtualMachineError e) {
            if (e instanceof StackOverflowError) {
                throw StatementFailure.inCode(e, className);
            }
            throw e;
        } catch (Exception | Error e) {
            throw StatementFailure.inCode(e, className);
        } finally {
            guard.end();
        }
    }

    /** Whether the code has ended the transaction of the step, which failed; the session is in none now. */
    boolean hasEndedTransaction() throws StatementFailure {
        try {
            return transaction != null && transaction.hasEnded();
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
        }
    }

    @Override
    public void check(boolean transactional) throws SQLException {
        if (transaction != null && transactional) {
            transaction.check();
        }
    }

    @Override
    public void warned(SQLWarning warning, String sql) {
        session.passOn(warning, sql, line().orElse(1));
    }

    /** Where the class is on its way. */
    private Optional<Integer> line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(each -> ThrownByCode.isOf(className, each.getClassName()))
                        .findFirst()
                        .map(StackFrame::getLineNumber));
    }
}
