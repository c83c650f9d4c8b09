package io.stockassistant.migrations.script;

import io.stockassistant.migrations.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads SQL as PostgreSQL does: words, names, strings and symbols; comments are left out. */
public final class Tokens {

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String sql) {
        this.sql = sql;
    }

    /** The pieces of a text, in order. A quote that is not closed ends with the text. */
    public static List<Token> of(String sql) {
        Tokens reader = new Tokens(sql);
        int at = Comments.endOfSpace(sql, 0);
        while (at < sql.length()) {
            at = Comments.endOfSpace(sql, reader.read(at));
        }
        return reader.tokens;
    }

    private int read(int start) {
        char c = sql.charAt(start);
        if (isWordStart(c)) {
            return word(start);
        }
        int end = Math.min(Quotes.end(sql, start), sql.length());
        switch (c) {
            case '"' -> add(Kind.QUOTED, inside(start, end, 1).replace("\"\"", "\""));
            case '\'' -> add(Kind.STRING, inside(start, end, 1).replace("''", "'"));
            case '$' -> dollar(start, end);
            default -> add(Kind.SYMBOL, sql.substring(start, end));
        }
        return end;
    }

    private void dollar(int start, int end) {
        if (end == start + 1) {
            add(Kind.SYMBOL, "$");
        } else {
            add(Kind.STRING, inside(start, end, sql.indexOf('$', start + 1) + 1 - start));
        }
    }

    private int word(int start) {
        char first = Character.toLowerCase(sql.charAt(start));
        if (first == 'e' && sql.startsWith("'", start + 1)) {
            int end = Math.min(Quotes.endOfEscapeString(sql, start + 1), sql.length());
            add(Kind.STRING, inside(start + 1, end, 1).replace("\\'", "'").replace("''", "'"));
            return end;
        }
        if (first == 'u' && sql.startsWith("&\"", start + 1)) {
            return read(start + 2); // with escapes inside it is a name that nothing else has
        }
        int end = start + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        add(Kind.WORD, folded(sql.substring(start, end)));
        return end;
    }

    /** In a database of UTF-8 the server folds the letters of ASCII alone. */
    private static String folded(String word) {
        StringBuilder folded = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private String inside(int start, int end, int quote) {
        return sql.substring(Math.min(start + quote, end), Math.max(end - quote, Math.min(start + quote, end)));
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 0x7F;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
