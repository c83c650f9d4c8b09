package io.stockassistant.migrations.readiness;

import java.io.Serial;

/**
 * An application does not find the database that it needs. The message is for people: what is missing, and in its last line
 * the command to run. It holds no password, and there is no cause that could.
 */
public final class SchemaNotReadyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    SchemaNotReadyException(Readiness readiness, String message) {
        super(message);
        this.readiness = readiness;
    }

    /** What was found. */
    public Readiness readiness() {
        return readiness;
    }
}
