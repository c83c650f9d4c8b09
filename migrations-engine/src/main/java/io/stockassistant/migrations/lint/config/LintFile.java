package io.stockassistant.migrations.lint.config;

import io.stockassistant.migrations.lint.Level;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The table {@code [lint]} of a file in TOML. */
public final class LintFile {

    /** What nobody may silence: it says that something was not looked at. */
    private static final Set<String> NEVER_OFF = Set.of("cannot-run", "not-reached");

    private static final Set<String> NAMES =
            Set.of("index", "unique", "check", "foreign-key", "primary-key", "exclusion");

    private final Path file;
    private final Set<String> codes;
    private final Set<String> modules;
    private final List<String> mistakes = new ArrayList<>();

    private LintFile(Path file, Set<String> codes, Set<String> modules) {
        this.file = file;
        this.codes = codes;
        this.modules = modules;
    }

    /**
     * Reads a file.
     *
     * @param codes that there are
     * @param modules that there are
     * @throws ProblemException {@code invalid-configuration} with everything that is wrong with it
     */
    public static LintSettings read(Path file, Set<String> codes, Set<String> modules) {
        return new LintFile(file, codes, modules).read();
    }

    private LintSettings read() {
        JsonNode root = parse();
        refuseOthers(root, "", Set.of("lint"));
        JsonNode lint = root.path("lint");
        refuseOthers(lint, "lint", Set.of("fail-on", "rules", "modules", "small-table", "names"));
        Severity failOn = severity(lint.path("fail-on"));
        Map<String, Level> rules = levels(lint.path("rules"), "lint.rules");
        Map<String, Map<String, Level>> ofModules = new HashMap<>();
        lint.path("modules").properties().forEach(each -> {
            if (!modules.contains(each.getKey())) {
                mistakes.add("there is no module " + each.getKey() + " (there are " + joined(modules) + ")");
            }
            ofModules.put(each.getKey(), levels(each.getValue(), "lint.modules." + each.getKey()));
        });
        long small = number(lint.path("small-table"));
        Map<String, String> names = new HashMap<>();
        refuseOthers(lint.path("names"), "lint.names", NAMES);
        lint.path("names")
                .properties()
                .forEach(each -> names.put(each.getKey(), each.getValue().asString("")));
        if (!mistakes.isEmpty()) {
            ProblemException.throwIfAny(
                    mistakes.stream().sorted().map(this::problem).toList());
        }
        return new LintSettings(failOn, rules, ofModules, small, names);
    }

    private JsonNode parse() {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemException(problem("it cannot be read (" + e.getMessage() + ")"), e);
        } catch (JacksonException e) {
            throw new ProblemException(
                    problem("line " + e.getLocation().getLineNr() + " is no TOML: " + e.getOriginalMessage()), e);
        }
    }

    private void refuseOthers(JsonNode table, String name, Set<String> known) {
        table.propertyNames().stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> mistakes.add((name.isEmpty() ? "" : name + ".") + each
                        + " says nothing here (there are " + joined(known) + ")"));
    }

    private Map<String, Level> levels(JsonNode table, String name) {
        Map<String, Level> levels = new HashMap<>();
        table.properties().forEach(each -> {
            String code = each.getKey();
            if (!codes.contains(code)) {
                mistakes.add(name + "." + code + ": there is no such rule; migrations lint --explain lists them");
            }
            String word = each.getValue().asString("").toUpperCase(Locale.ROOT);
            Level level = Arrays.stream(Level.values())
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElse(null);
            if (level == null) {
                mistakes.add(name + "." + code + " is one of \"off\", \"info\", \"warning\" and \"error\"");
            } else if (level == Level.OFF && NEVER_OFF.contains(code)) {
                mistakes.add(name + "." + code + " cannot be off: what was not looked at would pass in silence");
            } else {
                levels.put(code, level);
            }
        });
        return levels;
    }

    private Severity severity(JsonNode value) {
        if (value.isMissingNode() || value.asString("").equals("error")) {
            return Severity.ERROR;
        }
        if (!value.asString("").equals("warning")) {
            mistakes.add("lint.fail-on is \"error\" or \"warning\"");
        }
        return Severity.WARNING;
    }

    private long number(JsonNode value) {
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.asLong() >= 0)) {
            mistakes.add("lint.small-table is a number of rows");
            return 0;
        }
        return value.asLong(0);
    }

    private Problem problem(String mistake) {
        return Problem.of(ProblemCode.INVALID_CONFIGURATION, file + ": " + mistake + ".", "Correct " + file + ".");
    }

    private static String joined(Set<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining(", "));
    }
}
