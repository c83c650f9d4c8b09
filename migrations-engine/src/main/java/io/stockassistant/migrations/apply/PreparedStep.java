package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step with everything that it takes to run it, or to write down what would run.
 *
 * @param create the statements that create the module's schema and history first, if they are not there
 * @param history the module's history as it was before the run
 * @param ranks numbers the rows that the step will write
 * @param forgets the rows of repeatable migrations that have to run again after this step
 * @param journal receives the step, too
 * @param position in the plan, from 1
 * @param millis how long it took, as an SQL expression for its last statement
 */
record PreparedStep(
        Step step,
        Module module,
        Script script,
        List<String> create,
        ModuleHistory history,
        Ranks ranks,
        List<HistoryRow> forgets,
        Journal journal,
        int position,
        String millis) {

    HistorySql sql() {
        return new HistorySql(module.history(), ranks);
    }

    boolean isUpgrade() {
        return step.direction() == Direction.UP;
    }

    /** What comes before the script in its transaction. */
    List<String> opening(String settings) {
        return Stream.concat(Stream.of(settings), create.stream()).toList();
    }

    /** What comes after it. A script may have changed the role, and the row is ours to write. */
    List<String> closing() {
        return List.of("RESET SESSION AUTHORIZATION", written());
    }

    /** The one statement that writes the step to history and journal. */
    String written() {
        return journal.with(sql().insert(rows()), this, millis);
    }

    /** Says in the history that a step without a transaction is under way. */
    String begun() {
        return isUpgrade() ? sql().insert(List.of(NewRow.begun(step.change()))) : sql().undoBegun(appliedRow());
    }

    /** Takes {@link #begun} back: nothing had happened. */
    String notBegun() {
        return isUpgrade()
                ? sql().forgotten(step.findVersion().orElse(null), step.change().description())
                : sql().undoMarkRemoved(appliedRow());
    }

    /** The first statement of the transaction that ends a step without one; it changes one row. */
    String completed(String millis) {
        return isUpgrade() ? sql().completed(step.change(), millis) : sql().undoMarkRemoved(appliedRow());
    }

    /** What follows {@link #completed} before COMMIT. */
    List<String> afterCompleted(String millis) {
        if (!isUpgrade()) {
            return List.of(journal.with(sql().insert(rows()), this, millis));
        }
        return journal.find(this, millis).stream().toList();
    }

    /** How many rows the step adds to the history. */
    int rowCount() {
        return rows().size();
    }

    private List<NewRow> rows() {
        List<NewRow> rows = new ArrayList<>();
        if (!isUpgrade()) {
            rows.add(NewRow.removal(appliedRow()));
            forgets.forEach(each -> rows.add(NewRow.removal(each)));
            return rows;
        }
        if (step.change() instanceof Migration migration && migration.isBaseline() && step.recorded()) {
            history.findBaselineRow()
                    .filter(HistoryRow::isOfBaselineFile)
                    .ifPresent(each -> rows.add(NewRow.removal(each)));
            history.applied()
                    .headMap(migration.version(), true)
                    .values()
                    .forEach(each -> rows.add(NewRow.removal(each)));
        }
        rows.add(step.recorded() ? NewRow.recorded(step.change()) : NewRow.applied(step.change(), millis));
        return rows;
    }

    /** The row that a downgrade takes back. */
    HistoryRow appliedRow() {
        HistoryRow row = history.applied().get(step.findVersion().orElseThrow());
        if (row == null) {
            throw new IllegalStateException(step.name() + " is planned to be undone, but it is not applied");
        }
        return row;
    }
}
