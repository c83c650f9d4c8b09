package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls a task in the transaction of a session, and looks whether that is still there afterwards. */
final class InitTaskCall implements GuardedConnection.Watch {

    private final SqlSession session;
    private final InitTask task;
    private final WatchedTransaction transaction;

    InitTaskCall(SqlSession session, InitTask task) throws SQLException {
        this.session = session;
        this.task = task;
        this.transaction = WatchedTransaction.of(session, className() + " has ended the transaction of its task.");
    }

    /** Commits what it does; what was done meanwhile is left as it is. */
    InitOutcome run(InitTask.Ready ready, Consumer<ShownOnce> screen) throws Exception {
        InitOutcome outcome = outcome(ready);
        outcome.secret().ifPresent(screen);
        session.connection().commit();
        return outcome;
    }

    private InitOutcome outcome(InitTask.Ready ready) throws Exception {
        try {
            InitOutcome outcome = guarded(ready);
            transaction.checkAtEnd(className());
            return outcome;
        } catch (Exception | LinkageError e) {
            if (hasEnded(e)) {
                throw new ProblemException(ended(), e);
            }
            throw e;
        }
    }

    private InitOutcome guarded(InitTask.Ready ready) throws Exception {
        GuardedConnection guard = new GuardedConnection(session.connection(), Guest.TASK, true, this);
        try {
            Optional<InitOutcome> doneMeanwhile = task.findDone(guard.connection());
            return doneMeanwhile.isPresent() ? doneMeanwhile.get() : ready.carryOut(guard.connection());
        } finally {
            guard.end();
        }
    }

    /** Asked after a rollback, which a transaction that was begun in place of the first one deserves as well. */
    private boolean hasEnded(Throwable failure) {
        try {
            session.connection().rollback();
            return transaction.hasEnded();
        } catch (SQLException e) {
            failure.addSuppressed(e); // mostly a lost connection, which is what failed, too
            return false;
        }
    }

    private Problem ended() {
        return Problem.inModule(
                ProblemCode.FAILED_TASK,
                task.module(),
                "The " + task.name().replace('-', ' ') + " of " + task.module() + " failed: " + className()
                        + " has ended the transaction that it was given. What it wrote may stay.",
                "Look at the tables of " + task.module() + ", and have the task mended: it must neither commit nor roll"
                        + " back.");
    }

    private String className() {
        return task.getClass().getName();
    }

    @Override
    public void check(boolean transactional) throws SQLException {
        transaction.check();
    }

    @Override
    public void warned(SQLWarning warning, String sql) {
        // what the server remarks about a task, nobody has asked for
    }
}
