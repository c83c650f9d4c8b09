package io.stockassistant.migrations.lint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a project makes of a rule. */
public enum Level {
    OFF(null),
    INFO(Severity.INFO),
    WARNING(Severity.WARNING),
    ERROR(Severity.ERROR);

    private final @Nullable Severity severity;

    Level(@Nullable Severity severity) {
        this.severity = severity;
    }

    /** Empty if it is not to be said at all. */
    public Optional<Severity> findSeverity() {
        return Optional.ofNullable(severity);
    }
}
