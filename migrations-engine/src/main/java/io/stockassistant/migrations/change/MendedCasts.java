package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Casts that the library writes and that will not do. To fewer characters, a cast cuts what is longer and says nothing,
 * where an assignment is refused; and from one enum to another there is none.
 */
final class MendedCasts {

    private static final Pattern CONVERTED = Pattern.compile("ALTER COLUMN (\"(?:[^\"]|\"\")+\"|\\S+) TYPE ([^,;]*?)"
            + " USING (?:\"(?:[^\"]|\"\")+\"|[^\\s:]+)::(?:[^,;(]|\\([^)]*\\))+");

    private static final Pattern LIMITED_TEXT = Pattern.compile("character(?: varying)?\\(\\d+\\)(\\[\\])?");
    private static final Pattern LIMITED_BITS = Pattern.compile("bit(?: varying)?(?:\\(\\d+\\))?(\\[\\])?");

    private final Catalog now;
    private final Catalog wanted;

    MendedCasts(Catalog now, Catalog wanted) {
        this.now = now;
        this.wanted = wanted;
    }

    SchemaStatement mend(SchemaStatement statement) {
        String table = Surroundings.parent(statement.object());
        String sql = CONVERTED
                .matcher(statement.sql())
                .replaceAll(each -> Matcher.quoteReplacement(expression(table, each.group(1))
                        .map(value -> "ALTER COLUMN " + each.group(1) + " TYPE " + each.group(2)
                                + (value.equals(each.group(1)) ? "" : " USING " + value))
                        .orElse(each.group())));
        return SchemaStatement.of(statement.action(), statement.kind(), statement.object(), sql);
    }

    private Optional<String> expression(String table, String column) {
        String from = type(now, table + "." + column).orElse("");
        String to = type(wanted, table + "." + column).orElse("");
        if (isEnum(now, from) && isEnum(wanted, to) && from.endsWith("[]") == to.endsWith("[]")) {
            return Optional.of(column + "::text" + (to.endsWith("[]") ? "[]" : "") + "::" + to);
        }
        return assigned(column, UserTypes.base(now, from), UserTypes.base(wanted, to));
    }

    private static boolean isEnum(Catalog catalog, String type) {
        return catalog.find(Kind.ENUM, type.replaceFirst("\\[\\]$", "")).isPresent();
    }

    /** What to assign to such a type instead of a cast; nothing if a cast cuts nothing. */
    static Optional<String> assigned(String column, String from, String to) {
        Matcher text = LIMITED_TEXT.matcher(to);
        if (text.matches()) {
            String array = Optional.ofNullable(text.group(1)).orElse("");
            boolean same = from.endsWith("[]") == to.endsWith("[]") && from.matches("(?:text|character).*");
            return Optional.of(same ? column : column + "::text" + array);
        }
        boolean narrower = LIMITED_BITS.matcher(to).matches() && from.startsWith("bit") && size(to) < size(from);
        return narrower ? Optional.of(column) : Optional.empty();
    }

    private static int size(String bits) {
        return SqlType.find(bits).flatMap(SqlType::size).orElse(Integer.MAX_VALUE);
    }

    private static Optional<String> type(Catalog catalog, String column) {
        return catalog.find(Kind.COLUMN, column).map(each -> each.get("type"));
    }
}
