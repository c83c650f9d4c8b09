package io.stockassistant.migrations.script;

/** SQL as psql has to be given it, so that the server reads what the file says. */
public final class PsqlText {

    private PsqlText() {}

    /**
     * A statement with a space behind each colon after which psql could see one of its variables, as in {@code a[1:USER]}:
     * some of these are always set. To the server that space says nothing.
     *
     * @param sql a statement in which everything that opens is closed
     */
    public static String of(String sql) {
        if (sql.indexOf(':') < 0) {
            return sql;
        }
        StringBuilder text = new StringBuilder(sql.length());
        int position = 0;
        while (position < sql.length()) {
            int end = endOfToken(sql, position);
            text.append(sql, position, end);
            if (sql.charAt(position) == ':' && end == position + 1 && mayBeVariable(sql, end)) {
                text.append(' ');
            }
            position = end;
        }
        return text.toString();
    }

    private static int endOfToken(String sql, int start) {
        if (StatementScanner.isWordStart(sql.charAt(start))) {
            int end = StatementScanner.endOfWord(sql, start);
            return StatementScanner.isEscapeString(sql, start, end) ? Quotes.endOfEscapeString(sql, end) : end;
        }
        return sql.startsWith("::", start) ? start + 2 : Quotes.end(sql, start);
    }

    private static boolean mayBeVariable(String sql, int start) {
        return start < sql.length()
                && (StatementScanner.isWordPart(sql.charAt(start)) || "'\"{".indexOf(sql.charAt(start)) >= 0);
    }
}
