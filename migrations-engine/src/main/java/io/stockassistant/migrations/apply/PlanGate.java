package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;

/** Is asked before a plan is carried out, while the run's lock is held and nothing has been changed. */
@FunctionalInterface
public interface PlanGate {

    /** Lets every plan pass. */
    PlanGate OPEN = (plan, scripts, connection) -> {};

    /**
     * Returns if the plan may be carried out.
     *
     * @param connection to the database, with automatic commit; nothing may be left behind in its session
     * @throws io.stockassistant.migrations.problem.ProblemException if not, with the flag that allows it
     * @throws SQLException if the server fails
     */
    void check(Plan plan, Scripts scripts, Connection connection) throws SQLException;
}
