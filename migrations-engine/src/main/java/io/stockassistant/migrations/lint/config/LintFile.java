package io.stockassistant.migrations.lint.config;

import io.stockassistant.migrations.lint.Level;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The table {@code [lint]} of a file in TOML. */
public final class LintFile {

    /** What nobody may silence: it says that something was not looked at. */
    private static final Set<String> NEVER_OFF = Set.of("cannot-run", "not-reached");

    private static final Set<String> NAMES =
            Set.of("index", "unique", "check", "foreign-key", "primary-key", "exclusion");

    private static final Pattern NAME = Pattern.compile("([^{}]|\\{(table|columns)})+");

    private final Path file;
    private final Set<String> codes;
    private final @Nullable Set<String> modules;
    private final List<String> mistakes = new ArrayList<>();

    private LintFile(Path file, Set<String> codes, @Nullable Set<String> modules) {
        this.file = file;
        this.codes = codes;
        this.modules = modules;
    }

    /**
     * Reads a file.
     *
     * @param codes that there are
     * @param modules that there are; null if nobody knows
     * @throws ProblemException {@code invalid-configuration} with everything that is wrong with it
     */
    public static LintSettings read(Path file, Set<String> codes, @Nullable Set<String> modules) {
        return new LintFile(file, codes, modules).read();
    }

    private LintSettings read() {
        JsonNode root = parse();
        refuseOthers(root, "", Set.of("lint"));
        JsonNode lint = table(root, "lint", "lint");
        refuseOthers(lint, "lint", Set.of("fail-on", "rules", "modules", "small-table", "names"));
        Severity failOn = severity(lint.path("fail-on"));
        Map<String, Level> rules = levels(table(lint, "rules", "lint.rules"), "lint.rules");
        Map<String, Map<String, Level>> ofModules = new HashMap<>();
        JsonNode perModule = table(lint, "modules", "lint.modules");
        perModule.propertyNames().forEach(each -> {
            if (modules != null && !modules.contains(each)) {
                mistakes.add("there is no module " + each + " (there are " + joined(modules) + ")");
            }
            String name = "lint.modules." + each;
            ofModules.put(each, levels(table(perModule, each, name), name));
        });
        long small = number(lint.path("small-table"));
        Map<String, String> names = names(table(lint, "names", "lint.names"));
        if (!mistakes.isEmpty()) {
            ProblemException.throwIfAny(
                    mistakes.stream().sorted().map(this::problem).toList());
        }
        return new LintSettings(failOn, rules, ofModules, small, names);
    }

    private Map<String, String> names(JsonNode table) {
        Map<String, String> names = new HashMap<>();
        refuseOthers(table, "lint.names", NAMES);
        table.properties().forEach(each -> {
            if (!each.getValue().isString()
                    || !NAME.matcher(each.getValue().stringValue()).matches()) {
                mistakes.add("lint.names." + each.getKey()
                        + " is a name in quotes, in which {table} and {columns} may stand for theirs");
            } else {
                names.put(each.getKey(), each.getValue().stringValue());
            }
        });
        return names;
    }

    /** What is not there is an empty one. */
    private JsonNode table(JsonNode parent, String key, String name) {
        JsonNode table = parent.path(key);
        if (!table.isMissingNode() && !table.isObject()) {
            mistakes.add(name + " is a table: write [" + name + "] on a line of its own");
        }
        return table;
    }

    private JsonNode parse() {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new ProblemException(problem("it is not in UTF-8"), e);
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
