package io.stockassistant.migrations.script;

/** Skips what stands before a statement's first word. */
final class Comments {

    private Comments() {}

    /** The offset of the first character that is neither white space nor part of a comment; the length if none is. */
    static int endOfLeading(String sql) {
        return endOfSpace(sql, 0);
    }

    /** The same from a place on. */
    static int endOfSpace(String sql, int start) {
        int i = start;
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

    /** PostgreSQL ends a line at a carriage return too. */
    static int endOfLine(String sql, int start) {
        for (int i = start; i < sql.length(); i++) {
            if (sql.charAt(i) == '\n' || sql.charAt(i) == '\r') {
                return i;
            }
        }
        return sql.length();
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
