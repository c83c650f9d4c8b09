package io.stockassistant.migrations.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a quote or comment that is opened and never closed. Flyway's parser reads on to the end of the file then and
 * reports nothing.
 *
 * @param what what is left open, as a reader sees it
 * @param offset where it opens
 */
record OpenQuotes(String what, int offset) {

    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([A-Za-z_\\x80-\\uFFFF][\\w\\x80-\\uFFFF]*)?\\$");

    static Optional<OpenQuotes> find(String sql) {
        int i = 0;
        while (i < sql.length()) {
            int end = endOfToken(sql, i);
            if (end > sql.length()) {
                return Optional.of(new OpenQuotes(what(sql, i), i));
            }
            i = end;
        }
        return Optional.empty();
    }

    /** The end of the quoted text, comment or single character at a place; past the end when it is not closed. */
    private static int endOfToken(String sql, int i) {
        return switch (sql.charAt(i)) {
            case '\'' -> endOfQuote(sql, i, '\'', isEscapeString(sql, i));
            case '"' -> endOfQuote(sql, i, '"', false);
            case '-' -> sql.startsWith("--", i) ? Comments.endOfLine(sql, i) : i + 1;
            case '/' -> sql.startsWith("/*", i) ? Comments.endOfBlock(sql, i) : i + 1;
            case '$' -> endOfDollarQuote(sql, i);
            default -> i + 1;
        };
    }

    private static int endOfQuote(String sql, int start, char quote, boolean backslashEscapes) {
        int i = start + 1;
        while (i < sql.length()) {
            if (backslashEscapes && sql.charAt(i) == '\\') {
                i += 2;
            } else if (sql.charAt(i) == quote) {
                return i + 1; // a doubled quote opens the next one at once, which comes to the same
            } else {
                i++;
            }
        }
        return sql.length() + 1;
    }

    private static boolean isEscapeString(String sql, int quote) {
        boolean e = quote > 0 && (sql.charAt(quote - 1) == 'E' || sql.charAt(quote - 1) == 'e');
        return e && (quote < 2 || !isWordCharacter(sql.charAt(quote - 2)));
    }

    private static int endOfDollarQuote(String sql, int start) {
        if (start > 0 && isWordCharacter(sql.charAt(start - 1))) {
            return start + 1; // a dollar inside a name
        }
        Matcher tag = DOLLAR_TAG.matcher(sql).region(start, sql.length());
        if (!tag.lookingAt()) {
            return start + 1;
        }
        int close = sql.indexOf(tag.group(), tag.end());
        return close < 0 ? sql.length() + 1 : close + tag.group().length();
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String what(String sql, int i) {
        return switch (sql.charAt(i)) {
            case '\'' -> "a string (')";
            case '"' -> "a quoted name (\")";
            case '/' -> "a comment (/*)";
            default -> "a dollar-quoted string ("
                    + sql.substring(i, sql.indexOf('$', i + 1) + 1) + ")";
        };
    }
}
