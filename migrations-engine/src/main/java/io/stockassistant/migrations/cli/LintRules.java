package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.config.LintFile;
import io.stockassistant.migrations.lint.rule.Rules;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of lint, and what a project makes of them. */
final class LintRules {

    private static final Path USUAL = Path.of("migrations.toml");

    private LintRules() {}

    /** All of them. */
    static List<About> all() {
        return Rules.abouts();
    }

    /** One of them, or all if no code is given. */
    static List<About> explained(String code) {
        List<About> found = all().stream()
                .filter(each -> code.isEmpty() || each.code().equals(code))
                .toList();
        if (found.isEmpty()) {
            List<String> codes = all().stream().map(About::code).toList();
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "There is no rule '" + code + "'." + UnreadableLine.similar(code, codes),
                            "migrations lint --explain lists them.")
                    .asException();
        }
        return found;
    }

    /**
     * Of the file that is named, or of the usual one, if there is one.
     *
     * @param modules null if they are of no interest
     */
    static LintSettings settings(@Nullable Path config, @Nullable String failOn, @Nullable Modules modules) {
        LintSettings settings = LintSettings.DEFAULTS;
        if (config != null || Files.exists(USUAL)) {
            Set<String> codes = all().stream().map(About::code).collect(Collectors.toSet());
            Set<String> names = modules == null
                    ? null
                    : modules.list().stream().map(Module::name).collect(Collectors.toSet());
            settings = LintFile.read(config == null ? USUAL : config, codes, names);
        }
        return failOn == null ? settings : settings.failingOn(severity(failOn));
    }

    private static Severity severity(String word) {
        return switch (word) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default ->
                throw Problem.of(
                                ProblemCode.INVALID_OPTION,
                                "--fail-on is '" + word + "'.",
                                "Write --fail-on error or --fail-on warning.")
                        .asException();
        };
    }
}
