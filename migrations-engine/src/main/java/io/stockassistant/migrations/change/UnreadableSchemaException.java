package io.stockassistant.migrations.change;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A schema that the library that compares does not understand. */
public final class UnreadableSchemaException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
