package io.stockassistant.migrations.history;

import org.jspecify.annotations.Nullable;

/** Values as SQL text. */
public final class Literals {

    private Literals() {}

    /**
     * A string literal that reads the same whatever {@code standard_conforming_strings} is: with a backslash in it, it
     * is written as an escape string.
     */
    public static String quote(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
}
