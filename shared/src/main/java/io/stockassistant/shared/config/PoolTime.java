package io.stockassistant.shared.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as PostgreSQL's settings write it, and the setting that gave it. */
record PoolTime(String label, Duration value) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|min|h)?");

    static PoolTime parse(Variable variable) {
        Matcher form = FORM.matcher(variable.value());
        if (!form.matches()) {
            throw ConfigurationException.invalid(
                    variable.label() + " is \"" + variable.value() + "\", which is no time.",
                    "Write 500ms, 30s, 10min or 1h.");
        }
        long number = Long.parseLong(form.group(1));
        String unit = form.group(2) == null ? "s" : form.group(2);
        return new PoolTime(
                variable.label(),
                switch (unit) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofMinutes(number);
                });
    }

    boolean isOff() {
        return value.isZero();
    }

    PoolTime offOrAtLeast(Duration shortest) {
        return isOff() ? this : atLeast(shortest);
    }

    PoolTime atLeast(Duration shortest) {
        if (value.compareTo(shortest) < 0) {
            throw ConfigurationException.invalid(
                    label + " is " + text() + ", and the pool takes nothing below " + text(shortest) + ".",
                    "Make it longer, or leave it away.");
        }
        return this;
    }

    String text() {
        return text(value);
    }

    private static String text(Duration time) {
        boolean whole = time.toMillis() % 1000 == 0;
        return whole ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
