package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
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

    private final RunContext context;

    public MigrationRun(RunContext context) {
        this.context = context;
    }

    /**
     * Brings the database where a plan leads.
     *
     * @param planning makes the plan from the histories; asked again when the lock is held
     * @throws ProblemException if there is no plan, or a script cannot be run: nothing was changed then
     * @throws SQLException if the server fails before the first step
     */
    public ApplyReport run(Function<Histories, Plan> planning) throws SQLException {
        return run(planning, PlanGate.OPEN);
    }

    /**
     * The same, with a last look at the plan.
     *
     * @param gate asked once, while the lock is held
     */
    public ApplyReport run(Function<Histories, Plan> planning, PlanGate gate) throws SQLException {
        ApplyReport report = carryOut(planning, gate);
        context.observer().ended(report);
        return report;
    }

    private ApplyReport carryOut(Function<Histories, Plan> planning, PlanGate gate) throws SQLException {
        try (SqlSession session = new SqlSession(context.connections().open(""))) {
            Histories seen = read(session);
            Optional<Plan> expected = expect(planning, seen);
            if (expected.filter(Plan::isEmpty).isPresent()) {
                return new ApplyReport.NothingToDo(expected.get());
            }
            Scripts scripts = new Scripts(context.migrations());
            if (expected.isPresent()) {
                read(expected.get(), scripts); // what cannot run is said before anybody waits for a lock
            }
            try (RunLock lock = context.lock();
                    SqlSession working = lock.hasWaited()
                            ? new SqlSession(context.connections().open(""))
                            : session) {
                // A session that sat idle through the wait may have been ended by the server or a firewall meanwhile.
                Histories histories = read(working);
                Plan plan = expected.isPresent() && histories.equals(seen) ? expected.get() : planning.apply(histories);
                if (plan.isEmpty()) {
                    return new ApplyReport.NothingToDo(plan);
                }
                read(plan, scripts);
                gate.check(plan, scripts, working.connection());
                context.observer().started(plan);
                Journal journal = JournalStart.open(working, lock, histories, plan, scripts, context);
                return context.settings().atomic()
                        ? new AtomicExecution(working, lock, journal, context, plan, scripts, histories).carryOut()
                        : new PlanExecution(working, lock, journal, context, plan, scripts, histories).carryOut();
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

    private void read(Plan plan, Scripts scripts) {
        scripts.read(plan);
        if (context.settings().atomic()) {
            InOneTransaction.check(plan, scripts);
        }
    }

    private Histories read(SqlSession session) throws SQLException {
        Connection connection = session.connection();
        return HistoryReader.read(connection, context.migrations().modules().list());
    }
}
