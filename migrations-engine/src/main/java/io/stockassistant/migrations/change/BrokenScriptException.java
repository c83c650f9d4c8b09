package io.stockassistant.migrations.change;

import java.io.Serial;
import java.sql.SQLException;

/** A statement was written that the server refuses where there are no rows but those of the migrations. */
public final class BrokenScriptException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean byRows;

    public BrokenScriptException(SchemaStatement statement, SQLException cause) {
        super((cause.getMessage() + " at: " + statement.sql()).replaceAll("\\s+", " "), cause);
        this.byRows = String.valueOf(cause.getSQLState()).matches("2[23].*");
    }

    /** Whether it would be accepted without the rows that are there, which are those of the migrations. */
    public boolean isByRows() {
        return byRows;
    }
}
