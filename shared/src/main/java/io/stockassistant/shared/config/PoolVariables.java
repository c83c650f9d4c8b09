package io.stockassistant.shared.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The variables of a pool, each within the bounds that the pool has: beyond them it would silently take another value. */
final class PoolVariables {

    private static final String PREFIX = "DATABASE_POOL_";
    private static final List<String> ALL =
            List.of("SIZE", "TIMEOUT", "VALIDATION_TIMEOUT", "KEEP_ALIVE", "MAX_LIFETIME", "LEAK_DETECTION");

    private static final int LARGEST = 1000;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_LOAN = Duration.ofSeconds(2);

    private final Variables variables;
    private final PoolSettings defaults = PoolSettings.DEFAULTS;

    private PoolVariables(Variables variables) {
        this.variables = variables;
    }

    static PoolSettings read(Variables variables) {
        variables.listByPrefix(PREFIX).keySet().stream()
                .filter(name -> !ALL.contains(name))
                .findFirst()
                .ifPresent(PoolVariables::refuseUnknown);
        return new PoolVariables(variables).settings();
    }

    private static void refuseUnknown(String name) {
        throw ConfigurationException.invalid(
                PREFIX + name + " is no setting of the pool of connections.",
                "There are " + PREFIX + String.join(", " + PREFIX, ALL) + ".");
    }

    private PoolSettings settings() {
        PoolTime timeout = time("TIMEOUT", defaults.timeout()).atLeast(SHORTEST_WAIT);
        PoolTime lifetime = time("MAX_LIFETIME", defaults.maxLifetime()).offOrAtLeast(SHORTEST_LIFE);
        return new PoolSettings(
                size(),
                timeout.value(),
                within(timeout, "VALIDATION_TIMEOUT", defaults.validationTimeout())
                        .atLeast(SHORTEST_WAIT)
                        .value(),
                within(lifetime, "KEEP_ALIVE", defaults.keepAlive())
                        .offOrAtLeast(SHORTEST_LIFE)
                        .value(),
                lifetime.value(),
                within(lifetime, "LEAK_DETECTION", defaults.leakDetection())
                        .offOrAtLeast(SHORTEST_LOAN)
                        .value());
    }

    private int size() {
        Optional<Variable> given = variables.findVariable(PREFIX + "SIZE");
        if (given.isEmpty()) {
            return defaults.size();
        }
        String text = given.get().value();
        int size = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (size < 1 || size > LARGEST) {
            throw ConfigurationException.invalid(
                    given.get().label() + " is \"" + text + "\", which is no number from 1 to " + LARGEST + ".",
                    "Write how many connections the pool keeps, for example " + defaults.size() + ".");
        }
        return size;
    }

    private PoolTime time(String name, Duration byDefault) {
        return variables
                .findVariable(PREFIX + name)
                .map(PoolTime::parse)
                .orElseGet(() -> new PoolTime(PREFIX + name, byDefault));
    }

    /** A default gives way to a shorter bound; what somebody has written must be within it. */
    private PoolTime within(PoolTime bound, String name, Duration byDefault) {
        PoolTime time = time(name, byDefault);
        if (bound.isOff() || time.value().compareTo(bound.value()) < 0) {
            return time;
        }
        if (variables.findVariable(PREFIX + name).isPresent()) {
            throw ConfigurationException.invalid(
                    time.label() + " is " + time.text() + ", and " + bound.label() + " is not longer: " + bound.text()
                            + ".",
                    "Make the first shorter, or the second longer.");
        }
        return new PoolTime(time.label(), name.equals("VALIDATION_TIMEOUT") ? bound.value() : Duration.ZERO);
    }
}
