package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.logging.LogFormat;
import io.stockassistant.migrations.logging.LogLevel;
import io.stockassistant.migrations.logging.LogSettings;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say what is logged and echoed; nothing is, unless one of them asks for it. */
final class LogOptions {

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "Log to standard error: error, warn, info (runs and steps), debug (statements) or trace.")
    private @Nullable LogLevel level;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Log to the end of this file instead; without a level, info.")
    private @Nullable Path file;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            scope = ScopeType.INHERIT,
            description = "How log lines look; json is one object a line.")
    private @Nullable LogFormat format;

    @Option(
            names = "--echo",
            scope = ScopeType.INHERIT,
            description = "Show every statement as it is sent, and its time, on standard error.")
    private boolean echo;

    boolean wantsEcho() {
        return echo;
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if there is a format for no log, or the file has no name */
    Optional<LogSettings> findLog() {
        if (file != null && file.toString().isEmpty()) {
            throw Problem.of(ProblemCode.INVALID_OPTION, "--log-file is empty.", "Name a file: --log-file FILE")
                    .asException();
        }
        if (level == null && file == null) {
            if (format != null) {
                throw Problem.of(
                                ProblemCode.INVALID_OPTION,
                                "--log-format says how a log looks, and none is asked for.",
                                "Add --log-level info, or --log-file FILE.")
                        .asException();
            }
            return Optional.empty();
        }
        return Optional.of(
                new LogSettings(level == null ? LogLevel.INFO : level, format == null ? LogFormat.TEXT : format, file));
    }
}
