package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
            Optional<Plan> expected = expect(planning, seen);
            if (expected.filter(Plan::isEmpty).isPresent()) {
                return new ApplyReport.NothingToDo(expected.get());
            }
            Scripts scripts = new Scripts(migrations, PlaceholderValues.of(session.connection()));
            if (expected.isPresent()) {
                scripts.read(expected.get()); // what cannot run is said before anybody waits for a lock
            }
            try (RunLock lock = takeLock()) {
                Histories histories = read(session);
                Plan plan = expected.isPresent() && histories.equals(seen) ? expected.get() : planning.apply(histories);
                if (plan.isEmpty()) {
                    return new ApplyReport.NothingToDo(plan);
                }
                observer.started(plan);
                return new PlanExecution(session, lock, migrations.modules(), settings, observer, interruption)
                        .carryOut(plan, scripts.read(plan), histories);
            }
        }
    }

    /**
     * The plan for what is seen without the lock; none when a migration looks as if it had stopped in the middle,
     * because another run may be in that middle right now. Only under the lock can the two be told apart.
     */
    private static Optional<Plan> expect(Function<Histories, Plan> planning, Histories seen) {
        try {
            return Optional.of(planning.apply(seen));
        } catch (ProblemException e) {
            if (e.problems().stream().anyMatch(each -> each.code() == ProblemCode.FAILED_MIGRATION)) {
                return Optional.empty();
            }
            throw e;
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
