package io.stockassistant.migrations.change;

import java.io.Serial;
import java.sql.SQLException;

/** A statement was written that the server refuses, even where there are no rows. */
public final class BrokenScriptException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BrokenScriptException(SchemaStatement statement, SQLException cause) {
        super(cause.getMessage() + " at: " + statement.sql(), cause);
    }
}
