package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.history.Literals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value as INSERT says it. */
record SeedCell(String sql) {

    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

    static final SeedCell DEFAULT = new SeedCell("DEFAULT");

    /** Everything may be written as a string; numbers are easier to read without quotes. */
    static SeedCell of(@Nullable String value, String type) {
        return new SeedCell(value != null && NUMBERS.contains(type) ? value : Literals.quote(value));
    }
}
