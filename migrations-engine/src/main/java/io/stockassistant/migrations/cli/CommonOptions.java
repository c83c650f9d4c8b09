package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.ModuleJars;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseFlags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
final class CommonOptions {

    /** How results are shown. */
    enum Output {
        TEXT,
        JSON,
        /** Of the one command that writes a script between two databases. */
        SQL,
        /** The others are of lint, for programs that show findings. */
        SARIF,
        GITHUB,
        GITLAB,
        JUNIT,
        MARKDOWN;

        /** The only command that answers so; null if all do. */
        @Nullable
        String command() {
            return switch (this) {
                case TEXT, JSON -> null;
                case SQL -> "diff";
                case SARIF, GITHUB, GITLAB, JUNIT, MARKDOWN -> "lint";
            };
        }
    }

    @Option(
            names = "--modules",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Take the modules from this folder (one folder a module) instead of the class path.")
    private @Nullable Path modules;

    @Option(
            names = JarWords.OPTION,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Take the modules of this jar too; several jars may follow, and it may be repeated.")
    private List<Path> jars = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The database: postgres://… or jdbc:postgresql://…, without a password.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "The role to connect as.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            scope = ScopeType.INHERIT,
            description = "The value of a placeholder $${NAME} in scripts; may be repeated.")
    private List<String> placeholders = List.of();

    @Option(
            names = "--embedded",
            scope = ScopeType.INHERIT,
            description = "Use the embedded server in .data of the working folder.")
    private boolean embedded;

    @Option(
            names = "--output",
            paramLabel = "text|json",
            converter = OutputConverter.class,
            scope = ScopeType.INHERIT,
            description = "How results are shown; JSON goes to standard output alone.")
    private Output output = Output.TEXT;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Say nothing but results and errors.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say also each migration as it is done.")
    private boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour, on a terminal either.")
    private boolean noColor;

    @Mixin
    private LogOptions log = new LogOptions();

    LogOptions log() {
        return log;
    }

    ModuleSource moduleSource() {
        return modules == null ? ModuleSource.classPath() : ModuleSource.folder(modules);
    }

    /** The jars whose modules come in addition, not opened yet. */
    Optional<ModuleJars> findModuleJars() {
        return jars.isEmpty() ? Optional.empty() : Optional.of(new ModuleJars(jars));
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if they are no names with values */
    Map<String, String> placeholders() {
        return GivenPlaceholders.read(placeholders);
    }

    DatabaseFlags databaseFlags() {
        return new DatabaseFlags(url, user, passwordFile, embedded);
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if some of them contradict each other */
    void check() {
        if (quiet && verbose) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--quiet and --verbose exclude each other.",
                            "Leave one of them away.")
                    .asException();
        }
        placeholders();
    }

    boolean isJson() {
        return output == Output.JSON;
    }

    Output output() {
        return output;
    }

    Loudness loudness() {
        if (quiet) {
            return Loudness.QUIET;
        }
        return verbose ? Loudness.VERBOSE : Loudness.NORMAL;
    }

    boolean wantsColor() {
        return !noColor;
    }
}
