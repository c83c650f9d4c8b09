package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.script.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types that do not hold every value of another, and which values these are. */
final class NarrowerType {

    private static final Pattern TEXT = Pattern.compile("text|character(?: varying)?(?:\\((\\d+)\\))?");
    private static final Pattern NUMERIC = Pattern.compile("numeric(?:\\((\\d+),(\\d+)\\))?");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Map<String, Integer> DIGITS = Map.of("smallint", 5, "integer", 10, "bigint", 19);
    private static final Map<String, String> RANGES = Map.of(
            "smallint", "-32768 AND 32767",
            "integer", "-2147483648 AND 2147483647",
            "bigint", "-9223372036854775808 AND 9223372036854775807");

    private NarrowerType() {}

    /** The condition of values that are refused; nothing if all fit, or if a statement says itself how they come over. */
    static Optional<String> findMisfits(String sql, Column before, Column after) {
        String from = plain(before);
        String to = plain(after);
        if (from.equals(to) || Tokens.of(sql).stream().anyMatch(each -> each.is("using"))) {
            return Optional.empty();
        }
        Matcher text = TEXT.matcher(to);
        if (text.matches() && text.group(1) != null) {
            return ofText(after.name(), from, Integer.parseInt(text.group(1)));
        }
        Matcher numeric = NUMERIC.matcher(to);
        if (numeric.matches() && numeric.group(1) != null) {
            int scale = Integer.parseInt(numeric.group(2));
            return ofNumeric(after.name(), from, Integer.parseInt(numeric.group(1)) - scale, scale);
        }
        boolean isNarrower = INTEGERS.indexOf(from) > INTEGERS.indexOf(to)
                || NUMERIC.matcher(from).matches();
        return INTEGERS.contains(to) && isNarrower
                ? Optional.of("round(" + after.name() + ") NOT BETWEEN " + RANGES.get(to))
                : Optional.empty();
    }

    private static String plain(Column column) {
        return column.type().replaceFirst(" COLLATE .*", "");
    }

    /** Spaces at the end are cut off in silence. */
    private static Optional<String> ofText(String name, String from, int length) {
        Matcher text = TEXT.matcher(from);
        return text.matches() && (text.group(1) == null || Integer.parseInt(text.group(1)) > length)
                ? Optional.of("char_length(rtrim(" + name + ", ' ')) > " + length)
                : Optional.empty();
    }

    /** @param digits before the point */
    private static Optional<String> ofNumeric(String name, String from, int digits, int scale) {
        Matcher numeric = NUMERIC.matcher(from);
        boolean fits;
        if (numeric.matches()) {
            int others = numeric.group(2) == null ? 0 : Integer.parseInt(numeric.group(2));
            int before = numeric.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(numeric.group(1)) - others;
            fits = before < digits || (before == digits && others <= scale);
        } else {
            fits = DIGITS.getOrDefault(from, 0) <= digits;
        }
        return fits
                ? Optional.empty()
                : Optional.of("abs(round(" + name + "::numeric, " + scale + ")) >= 1e" + digits + " AND " + name
                        + "::numeric <> 'NaN'");
    }
}
