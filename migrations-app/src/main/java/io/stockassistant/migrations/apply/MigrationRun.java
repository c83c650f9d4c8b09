package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * One run: read what is there, plan, take the lock, read again, carry out.
 *
 * <p>A run that finds nothing to do sends two statements and takes no lock: whatever another run is still doing would
 * show as pending.
 */
public final class MigrationRun {

    private final ConnectionSource connections;
    private final Migrations migrations;
    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;

    public MigrationRun(
            ConnectionSource connections,
            Migrations migrations,
            RunSettings settings,
            RunObserver observer,
            Interruption interruption) {
        this.connections = connections;
        this.migrations = migrations;
        this.settings = settings;
        this.observer = observer;
        this.interruption = interruption;
    }

    /**
     * Brings the database where a plan leads.
     *
     * @param planning makes the plan from the histories; asked again when the lock is held
     * @throws ProblemException if there is no plan, or a script cannot be run: nothing was changed then
     * @throws SQLException if the server fails before the first step
     */
    public ApplyReport run(Function<Histories, Plan> planning) throws SQLException {
        try (SqlSession session = new SqlSession(connections.open(""))) {
            Histories seen = read(session);
            Plan expected = planning.apply(seen);
            if (expected.isEmpty()) {
                return new ApplyReport.NothingToDo(expected);
            }
            // What cannot run is better said before anybody waits for a lock.
            Scripts scripts = Scripts.read(expected, migrations, Placeholders.of(session.connection()));
            try (RunLock lock = takeLock()) {
                Histories histories = read(session);
                Plan plan = histories.equals(seen) ? expected : planning.apply(histories);
                if (plan.isEmpty()) {
                    return new ApplyReport.NothingToDo(plan);
                }
                observer.started(plan);
                return new PlanExecution(session, lock, migrations.modules(), settings, observer, interruption)
                        .carryOut(plan, scripts.forPlan(plan), histories);
            }
        }
    }

    private RunLock takeLock() throws SQLException {
        return RunLock.acquire(connections.open("lock"), settings.runLockTimeout(), interruption, observer);
    }

    private Histories read(SqlSession session) throws SQLException {
        Connection connection = session.connection();
        return HistoryReader.read(connection, migrations.modules().list());
    }
}
