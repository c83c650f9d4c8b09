package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what modules do once, each task in one transaction, while no other run is at work in the database. */
public final class InitTaskRun {

    private final RunContext context;

    /** On the database of a run. */
    public InitTaskRun(RunContext context) {
        this.context = context;
    }

    /**
     * Does a task unless it was done before.
     *
     * @param ready asked only if there is something to do
     * @param screen shows a secret of the outcome. It comes before the commit: who is killed in between has seen a
     *     password of nobody, and not lost one that counts.
     * @throws ProblemException {@code failed-task} if the task has ended its transaction by itself; {@code lock-lost}
     * @throws Exception whatever else stands in the way; then nothing has changed
     */
    public InitOutcome run(InitTask task, Supplier<InitTask.Ready> ready, Consumer<ShownOnce> screen) throws Exception {
        Optional<InitOutcome> done;
        try (Connection connection = context.connections().open("init")) {
            done = task.findDone(connection);
        }
        if (done.isPresent()) {
            return done.get();
        }
        InitTask.Ready prepared = ready.get();
        try (RunLock lock = context.lock();
                SqlSession session = new SqlSession(context.connections().open("init"))) {
            session.connection().setAutoCommit(false);
            begin(session, lock);
            return new InitTaskCall(session, task).run(prepared, screen);
        }
    }

    /** In a transaction that shares the lock of those who are at work, so that the next run waits for its end. */
    private void begin(SqlSession session, RunLock lock) throws SQLException {
        RunSettings settings = context.settings();
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("SELECT set_config('lock_timeout', '"
                    + settings.lockTimeout().toMillis()
                    + "', true), set_config('statement_timeout', '"
                    + settings.statementTimeout().toMillis() + "', true), " + lock.check());
        } catch (SQLException e) {
            StatementFailure failure = StatementFailure.of(e, new SqlMessage(), 0);
            if (RunLock.isLost(failure)) {
                throw new ProblemException(RunLock.lost(), failure);
            }
            throw e;
        }
    }
}
