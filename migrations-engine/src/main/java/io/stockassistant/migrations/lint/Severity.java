package io.stockassistant.migrations.lint;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** May be wrong here, and may be right. */
    WARNING,
    /** Loses data, holds up an application, is sure to fail, or crosses a boundary. */
    ERROR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
