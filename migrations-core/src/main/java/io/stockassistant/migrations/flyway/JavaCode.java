package io.stockassistant.migrations.flyway;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class of a migration, loaded, with what it says of itself.
 *
 * @param version as Flyway writes it; absent in a repeatable migration and in a way back
 * @param description empty in a way back
 * @param checksum absent unless the class says one
 * @param transactional whether it runs in one transaction together with its history row
 * @param headerLines as its annotation has them
 * @param work what it does, once it is known with which settings
 */
public record JavaCode(
        String className,
        @Nullable String version,
        String description,
        @Nullable Integer checksum,
        boolean transactional,
        List<String> headerLines,
        Function<JavaSettings, JavaWork> work) {

    public JavaCode {
        headerLines = List.copyOf(headerLines);
    }
}
