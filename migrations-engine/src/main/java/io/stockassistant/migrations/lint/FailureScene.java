package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.script.Statement;
import java.util.List;
import java.util.Optional;

/** A migration that failed on the shadow. */
public record FailureScene(MigrationScene migration, Failure failure) {

    /** Whether the server gave this code as the reason. */
    public boolean isState(String sqlState) {
        return sqlState.equals(failure.sqlState());
    }

    /** Which of the statements of its script failed, counted from 0; -1 if it was none. */
    int index() {
        List<Statement> statements = migration.script().statements();
        Integer line = failure.line();
        int index = -1;
        while (line != null
                && index + 1 < statements.size()
                && statements.get(index + 1).firstLine() <= line) {
            index++;
        }
        return index;
    }

    /** The statement that failed. */
    public Optional<Statement> findStatement() {
        return Optional.of(index())
                .filter(each -> each >= 0)
                .map(migration.script().statements()::get);
    }
}
