package io.stockassistant.migrations.logging;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is logged, and where to.
 *
 * @param file lines are added at its end; null for standard error
 */
public record LogSettings(
        LogLevel level, LogFormat format, @Nullable Path file) {}
