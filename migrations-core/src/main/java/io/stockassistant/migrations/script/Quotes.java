package io.stockassistant.migrations.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where quoted text and comments of PostgreSQL end. An end past the text says that there is none. */
final class Quotes {

    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([A-Za-z_\\x80-\\uFFFF][\\w\\x80-\\uFFFF]*)?\\$");

    private Quotes() {}

    /** The end of the quoted text or comment that begins at a place, or of the single character there. */
    static int end(String sql, int start) {
        return switch (sql.charAt(start)) {
            case '\'', '"' -> endOfQuote(sql, start, false);
            case '-' -> sql.startsWith("--", start) ? Comments.endOfLine(sql, start) : start + 1;
            case '/' -> sql.startsWith("/*", start) ? Comments.endOfBlock(sql, start) : start + 1;
            case '$' -> endOfDollarQuote(sql, start);
            default -> start + 1;
        };
    }

    /** The same for a string in which a backslash escapes, given its quote: {@code E'…'}. */
    static int endOfEscapeString(String sql, int quote) {
        return endOfQuote(sql, quote, true);
    }

    /** A doubled quote is one inside the text. */
    private static int endOfQuote(String sql, int start, boolean backslashEscapes) {
        char quote = sql.charAt(start);
        for (int i = start + 1; i < sql.length(); i++) {
            if (backslashEscapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                boolean doubled = i + 1 < sql.length() && sql.charAt(i + 1) == quote;
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length() + 1;
    }

    private static int endOfDollarQuote(String sql, int start) {
        Matcher tag = DOLLAR_TAG.matcher(sql).region(start, sql.length());
        return tag.lookingAt()
                ? after(sql.indexOf(tag.group(), tag.end()), tag.group().length(), sql)
                : start + 1;
    }

    private static int after(int close, int length, String sql) {
        return close < 0 ? sql.length() + 1 : close + length;
    }

    /** What opens at a place, as a reader sees it. */
    static String name(String sql, int start) {
        return switch (sql.charAt(start)) {
            case '\'' -> "a string (')";
            case '"' -> "a quoted name (\")";
            case '/' -> "a comment (/*)";
            default -> "a dollar-quoted string (" + sql.substring(start, sql.indexOf('$', start + 1) + 1) + ")";
        };
    }
}
