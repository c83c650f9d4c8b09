package io.stockassistant.migrations.script;

/** Skips what stands before a statement's first word. */
final class Comments {

    private Comments() {}

    /** The offset of the first character that is neither white space nor part of a comment; the length if none is. */
    static int endOfLeading(String sql) {
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                i++;
            } else if (sql.startsWith("--", i)) {
                i = endOfLine(sql, i);
            } else if (sql.startsWith("/*", i)) {
                i = endOfBlock(sql, i);
            } else {
                return i;
            }
        }
        return sql.length();
    }

    static int endOfLine(String sql, int start) {
        int end = sql.indexOf('\n', start);
        return end < 0 ? sql.length() : end;
    }

    /** Block comments nest in PostgreSQL. Past the end of the text when the comment is not closed. */
    static int endOfBlock(String sql, int start) {
        int depth = 0;
        int i = start;
        do {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
            } else {
                i++;
            }
        } while (depth > 0 && i < sql.length());
        return depth > 0 ? sql.length() + 1 : i;
    }
}
