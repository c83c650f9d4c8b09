package io.stockassistant.migrations.flyway;

import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;

/** Flyway's checksum of a script. */
public final class Checksums {

    private Checksums() {}

    /** The number that Flyway writes to its history for a versioned script with this text. */
    public static int of(String text) {
        return ChecksumCalculator.calculate(new StringResource(text));
    }
}
