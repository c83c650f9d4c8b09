package io.stockassistant.migrations.flyway;

import java.io.Serial;

/** A class has the name of a migration and cannot be one; the message says why, as the rest of a sentence. */
public final class UnusableClassException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableClassException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    UnusableClassException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
