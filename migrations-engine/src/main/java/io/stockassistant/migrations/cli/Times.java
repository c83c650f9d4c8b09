package io.stockassistant.migrations.cli;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time for people. */
final class Times {

    private Times() {}

    /** For example {@code 12 ms}, {@code 3.4 s} or {@code 5 min 20 s}. */
    static String text(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
