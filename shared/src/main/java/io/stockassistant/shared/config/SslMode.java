package io.stockassistant.shared.config;

import java.util.List;

/** The values of {@code sslmode}, the same in libpq and in the driver. */
final class SslMode {

    static final String PARAMETER = "sslmode";

    private static final List<String> ALL =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private SslMode() {}

    static String checked(String value, String by) {
        if (!ALL.contains(value)) {
            throw ConfigurationException.invalid(
                    by + ": the sslmode \"" + value + "\" does not exist.",
                    "Use one of " + String.join(", ", ALL) + ".");
        }
        return value;
    }
}
