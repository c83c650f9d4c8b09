package io.stockassistant.migrations.autogenerate.hibernate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a model adds to a unique constraint, which stands partly before the columns and partly behind them. */
record UniqueOptions(String before, String behind) {

    private static final Pattern NULLS =
            Pattern.compile("\\s*(NULLS\\s+(?:NOT\\s+)?DISTINCT)\\b(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static UniqueOptions parse(@Nullable String options) {
        String all = options == null ? "" : options;
        Matcher nulls = NULLS.matcher(all);
        return nulls.matches()
                ? new UniqueOptions(nulls.group(1) + " ", spaced(nulls.group(2)))
                : new UniqueOptions("", spaced(all));
    }

    private static String spaced(String text) {
        return text.isBlank() ? "" : " " + text.strip();
    }
}
