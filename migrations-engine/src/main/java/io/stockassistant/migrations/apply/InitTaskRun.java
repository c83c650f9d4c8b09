package io.stockassistant.migrations.apply;

import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what modules do once, each task in one transaction, while no other run is at work in the database. */
public final class InitTaskRun {

    private static final String TRANSACTION = "SELECT pg_current_xact_id()";

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
     * @throws Exception whatever stands in the way; then nothing has changed
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
                Connection connection = context.connections().open("init")) {
            connection.setAutoCommit(false);
            Optional<InitOutcome> doneMeanwhile = begun(connection, lock, task);
            if (doneMeanwhile.isPresent()) {
                return doneMeanwhile.get();
            }
            return carryOut(connection, task, prepared, screen);
        }
    }

    /** In a transaction that shares the lock of those who are at work, so that the next run waits for its end. */
    private Optional<InitOutcome> begun(Connection connection, RunLock lock, InitTask task) throws SQLException {
        RunSettings settings = context.settings();
        text(
                connection,
                "SELECT set_config('lock_timeout', '" + settings.lockTimeout().toMillis() + "', true),"
                        + " set_config('statement_timeout', '"
                        + settings.statementTimeout().toMillis() + "', true), " + lock.check());
        return task.findDone(connection);
    }

    /** What fails is rolled back when the connection is closed. */
    private static InitOutcome carryOut(
            Connection connection, InitTask task, InitTask.Ready prepared, Consumer<ShownOnce> screen)
            throws Exception {
        String transaction = text(connection, TRANSACTION);
        InitOutcome outcome = prepared.carryOut(connection);
        if (!text(connection, TRANSACTION).equals(transaction)) {
            throw new SQLException(task.getClass().getName() + " has ended the transaction that it was given.");
        }
        outcome.secret().ifPresent(screen);
        connection.commit();
        return outcome;
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
