package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Script;
import java.util.List;

/**
 * A step with everything that it takes to run it.
 *
 * @param create the statements that create the module's schema and history first, if they are not there
 * @param history the module's history as it was before the run
 * @param rank the rank of the history row that the step will write
 */
record PreparedStep(Step step, Module module, Script script, List<String> create, ModuleHistory history, int rank) {

    HistorySql sql() {
        return new HistorySql(module.history());
    }

    boolean isUpgrade() {
        return step.direction() == Direction.UP;
    }

    /** The row that a downgrade takes back. */
    HistoryRow appliedRow() {
        HistoryRow row = history.applied().get(step.revision().version());
        if (row == null) {
            throw new IllegalStateException(step.revision() + " is planned to be undone, but it is not applied");
        }
        return row;
    }
}
