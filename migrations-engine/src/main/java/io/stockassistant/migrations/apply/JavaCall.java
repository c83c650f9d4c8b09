package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.flyway.JavaWork;
import java.lang.StackWalker.StackFrame;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the code of a migration in Java, and looks whether the transaction is still the step's. */
final class JavaCall implements GuardedConnection.Watch {

    private static final String TRANSACTION = "SELECT pg_current_xact_id()";

    private final SqlSession session;
    private final String className;
    private @Nullable String transaction;
    private boolean ended;

    JavaCall(SqlSession session, PreparedStep step) {
        this.session = session;
        this.className = step.script().file().name();
    }

    /** In the transaction that the session is in; it is left open. */
    void inTransaction(JavaWork work) throws StatementFailure {
        try {
            String begun = text(TRANSACTION);
            transaction = begun;
            session.connection().setAutoCommit(false); // for the code: savepoints and large objects ask for it
            run(work, true);
            ended |= session.isInTransaction() && !text(TRANSACTION).equals(begun);
            check(true);
            if (!session.isInTransaction()) {
                throw new SQLException(className + " has gone on although a statement of its transaction had failed.");
            }
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
        GuardedConnection guard = new GuardedConnection(session.connection(), transactional, this);
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
            return ended
                    || (transaction != null
                            && text("SELECT pg_xact_status('" + transaction + "'::xid8)")
                                    .equals("committed"));
        } catch (SQLException e) {
            throw StatementFailure.of(e, new SqlMessage(), 0);
        }
    }

    @Override
    public void check(boolean transactional) throws SQLException {
        ended |= transactional && session.isIdle();
        if (ended) {
            throw new SQLException(className + " has ended the transaction of its step.");
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void warned(SQLWarning warning, String sql) {
        session.passOn(warning, sql, line().orElse(1));
    }

    /** Where the class is on its way. */
    private Optional<Integer> line() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(each -> StatementFailure.isOf(className, each.getClassName()))
                        .findFirst()
                        .map(StackFrame::getLineNumber));
    }
}
