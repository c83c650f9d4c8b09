package io.stockassistant.migrations.flyway;

import io.stockassistant.shared.migration.JavaBackfill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of a data migration in batches, loaded, with what it says of itself.
 *
 * @param headerLines as its annotation has them
 * @param check a query for rows that are left to do, if it has one
 * @param instances makes a new object with each call
 */
public record BackfillCode(
        String className,
        List<String> headerLines,
        @Nullable String check,
        Instances instances) {

    public BackfillCode {
        headerLines = List.copyOf(headerLines);
    }

    /** Makes objects of the class. */
    @FunctionalInterface
    public interface Instances {

        /** @throws UnusableClassException if its constructor fails */
        JavaBackfill create() throws UnusableClassException;
    }
}
