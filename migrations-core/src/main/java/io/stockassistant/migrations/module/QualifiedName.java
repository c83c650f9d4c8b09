package io.stockassistant.migrations.module;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a table as people type it: {@code schema.table}, each part plain or in double quotes as in SQL. */
public final class QualifiedName {

    private static final String PART = "(?:\"((?:[^\"]|\"\")+)\"|([^\".]+))";
    private static final Pattern FORM = Pattern.compile(PART + "\\." + PART);

    private QualifiedName() {}

    /** The table that a text names; plain parts are taken as they are, upper case included. */
    public static Optional<HistoryTable> find(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new HistoryTable(
                        part(matcher.group(1), matcher.group(2)), part(matcher.group(3), matcher.group(4))))
                : Optional.empty();
    }

    private static String part(@Nullable String quoted, String plain) {
        return quoted == null ? plain : quoted.replace("\"\"", "\"");
    }
}
