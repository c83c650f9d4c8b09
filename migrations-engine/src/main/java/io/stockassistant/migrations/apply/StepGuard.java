package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import java.sql.SQLException;
import java.util.Optional;

/** Sees to what has to be in order between the steps of a run. */
public interface StepGuard {

    /** There is nothing to see to. */
    StepGuard NONE = step -> Optional.empty();

    /**
     * Asked before each step, while no transaction is open.
     *
     * @return why the step may not begin, if it may not
     * @throws SQLException if the server fails
     */
    Optional<Failure> before(Step step) throws SQLException;
}
