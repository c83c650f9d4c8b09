package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.BrokenScriptException;
import io.stockassistant.migrations.change.SchemaStatement;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Set;

/** A statement that the server refused. */
final class RefusedStatementException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Data exceptions, violated constraints, and what a check of the user's own raises. */
    private static final Set<String> BY_DATA = Set.of("22", "23", "P0");

    private final transient SchemaStatement statement;
    private final SQLException refusal;

    RefusedStatementException(SchemaStatement statement, SQLException refusal) {
        super(refusal);
        this.statement = statement;
        this.refusal = refusal;
    }

    SchemaStatement statement() {
        return statement;
    }

    /** What the server said. */
    String said() {
        return String.valueOf(refusal.getMessage());
    }

    boolean isByRows() {
        return BY_DATA.contains(String.valueOf(refusal.getSQLState()).substring(0, 2));
    }

    BrokenScriptException broken() {
        return new BrokenScriptException(statement, refusal);
    }
}
