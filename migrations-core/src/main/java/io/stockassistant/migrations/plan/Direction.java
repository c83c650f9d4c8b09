package io.stockassistant.migrations.plan;

import java.util.Locale;

/** Which way a step goes. */
public enum Direction {
    UP,
    DOWN;

    /** {@code up} or {@code down}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
