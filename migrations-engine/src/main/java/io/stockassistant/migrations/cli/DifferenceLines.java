package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.script.SecretMask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differences of catalogs, for people and for programs; without secrets, of which a definition may be full. */
final class DifferenceLines {

    /** Of a definition with more lines those alone are shown that differ. */
    private static final int MOST_LINES = 6;

    private static final String INDENT = "           ";

    private DifferenceLines() {}

    static List<String> of(List<Difference> differences) {
        return of(differences, "expected  ", "found     ");
    }

    /** The same of what migrations build, and what models ask for. */
    static List<String> ofModels(List<Difference> differences) {
        return of(differences, "migrations  ", "models      ");
    }

    /** The same of two sides of which none is the right one. */
    static List<String> ofSides(List<Difference> differences) {
        return of(differences, "from  ", "to    ");
    }

    private static List<String> of(List<Difference> differences, String one, String other) {
        List<String> lines = new ArrayList<>();
        differences.forEach(each -> add(each, one, other, lines));
        return lines;
    }

    private static void add(Difference difference, String one, String other, List<String> lines) {
        String expected = masked(difference.expected());
        String actual = masked(difference.actual());
        switch (difference.change()) {
            case ADDED -> lines.add("  added    " + difference.subject());
            case REMOVED -> lines.add("  removed  " + difference.subject());
            case CHANGED -> {
                lines.add("  changed  " + difference.subject() + ": " + difference.property());
                Set<String> both = common(expected, actual);
                addValue(one, expected, both, lines);
                addValue(other, actual, both, lines);
            }
        }
    }

    private static void addValue(String word, @Nullable String value, Set<String> both, List<String> lines) {
        List<String> all =
                value == null ? List.of("none") : value.stripTrailing().lines().toList();
        List<String> shown = all.size() <= MOST_LINES
                ? all
                : all.stream().filter(each -> !both.contains(each)).toList();
        String first = word;
        for (String each : shown.isEmpty() ? List.of("(lines in another order)") : shown) {
            lines.add(INDENT + first + each);
            first = " ".repeat(word.length());
        }
    }

    private static Set<String> common(@Nullable String one, @Nullable String other) {
        Set<String> lines =
                new LinkedHashSet<>(one == null ? List.of() : one.lines().toList());
        lines.retainAll(other == null ? Set.of() : Set.copyOf(other.lines().toList()));
        return lines;
    }

    static List<Map<String, Object>> json(List<Difference> differences, SchemaOwners schemas) {
        return differences.stream().map(each -> json(each, schemas)).toList();
    }

    private static Map<String, Object> json(Difference difference, SchemaOwners schemas) {
        return Json.object(
                "module", schemas.findModule(difference),
                "kind", difference.kind().word(),
                "object", difference.object(),
                "change", difference.change().word(),
                "property", difference.property(),
                "expected", Optional.ofNullable(masked(difference.expected())),
                "actual", Optional.ofNullable(masked(difference.actual())));
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : SecretMask.ofText(SecretMask.ofSql(value));
    }
}
