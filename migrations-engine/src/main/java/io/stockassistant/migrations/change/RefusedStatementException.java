package io.stockassistant.migrations.change;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Set;

/** A statement that the server refused. */
public final class RefusedStatementException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Data exceptions, violated constraints, and what a check of the user's own raises. */
    private static final Set<String> BY_DATA = Set.of("22", "23", "P0");

    private final transient SchemaStatement statement;
    private final SQLException refusal;

    public RefusedStatementException(SchemaStatement statement, SQLException refusal) {
        super(refusal);
        this.statement = statement;
        this.refusal = refusal;
    }

    /** Whether rows made it fail, and not what it says. */
    public boolean isByRows() {
        return BY_DATA.contains(String.valueOf(refusal.getSQLState()).substring(0, 2));
    }

    /** As a finding of a proof. */
    public ScriptProof.Refusal finding() {
        return new ScriptProof.Refusal(statement, String.valueOf(refusal.getMessage()));
    }

    /** As what nobody can mend who runs the script. */
    public BrokenScriptException broken() {
        return new BrokenScriptException(statement, refusal);
    }
}
