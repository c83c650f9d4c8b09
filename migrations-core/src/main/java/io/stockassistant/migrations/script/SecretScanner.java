package io.stockassistant.migrations.script;

import java.util.HashSet;
import java.util.Set;

/** Reads SQL word by word and replaces the texts that are secrets. */
final class SecretScanner {

    /** Of texts within texts. PL/pgSQL needs three; in what lies deeper only connection strings are looked for. */
    private static final int DEEPEST = 8;

    private final String sql;
    private final int depth;
    private final Set<String> secrets;
    private final StringBuilder out = new StringBuilder();

    /** What stands before this place names a secret, and a text that follows is it. */
    private boolean named;

    /** The name is itself a text, as a key is; then its value may follow behind a comma. */
    private boolean namedByText;

    /** A text asked for a password to be put into it, which may be any text of the same statement. */
    private boolean asked;

    /** A text that was a secret has just ended; PostgreSQL joins it with one on the next line. */
    private boolean hidden;

    SecretScanner(String sql) {
        this(sql, 0, new HashSet<>());
    }

    private SecretScanner(String sql, int depth, Set<String> secrets) {
        this.sql = sql;
        this.depth = depth;
        this.secrets = secrets;
    }

    /** The secrets themselves. */
    Set<String> secrets() {
        masked();
        return Set.copyOf(secrets);
    }

    String masked() {
        out.setLength(0);
        int i = 0;
        while (i < sql.length()) {
            i = take(i);
        }
        return out.toString();
    }

    /** Takes what begins at a place, and returns where the next thing begins. */
    private int take(int start) {
        char c = sql.charAt(start);
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            return takeWord(start);
        }
        int end = Math.min(Quotes.end(sql, start), sql.length());
        String token = sql.substring(start, end);
        if (token.startsWith("--") || token.startsWith("/*")) {
            out.append(token, 0, 2).append(inner(token.substring(2)));
        } else if (c == '\'') {
            takeText(start, start, end);
        } else if (c == '$' && end > start + 1) {
            takeDollarText(token);
        } else {
            takeOther(token, c);
        }
        return end;
    }

    private void takeOther(String token, char first) {
        out.append(token);
        hidden &= Character.isWhitespace(first);
        if (first == '"') {
            name(token.replace("\"", ""));
        } else if (first == ';') {
            named = false;
            asked = false;
        } else if (!(Character.isWhitespace(first) || "=:>".indexOf(first) >= 0 || (first == ',' && namedByText))) {
            named = false;
        }
    }

    private void name(String word) {
        named = SecretNames.isName(word);
        namedByText = false;
    }

    private int takeWord(int start) {
        int end = start;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(start, end);
        int quote = word.equalsIgnoreCase("U") && sql.startsWith("&'", end) ? end + 1 : end;
        if (word.length() == 1 && "ENBXUenbxu".contains(word) && sql.startsWith("'", quote)) {
            boolean escapes = word.equalsIgnoreCase("E");
            int after = escapes ? Quotes.endOfEscapeString(sql, quote) : Quotes.end(sql, quote);
            takeText(start, quote, Math.min(after, sql.length()));
            return Math.min(after, sql.length());
        }
        out.append(word);
        hidden = false;
        boolean continues = named && word.equalsIgnoreCase("TO"); // SET app.secret TO 'text'
        if (!continues) {
            name(word);
        }
        return end;
    }

    /** A text in single quotes, which may lack its last one. */
    private void takeText(int start, int quote, int end) {
        boolean closed = end > quote + 1 && sql.charAt(end - 1) == '\'';
        String raw = sql.substring(quote + 1, closed ? end - 1 : end);
        String content = raw.replace("''", "'");
        if (isSecret()) {
            hide(content);
            return;
        }
        String shown = SecretNames.withoutValues(shown(content), true, secrets);
        out.append(sql, start, quote + 1)
                .append(shown.equals(content) ? raw : shown.replace("'", "''"))
                .append(closed ? "'" : "");
    }

    private void takeDollarText(String token) {
        String tag = token.substring(0, token.indexOf('$', 1) + 1);
        boolean closed = token.length() >= 2 * tag.length() && token.endsWith(tag);
        String content = token.substring(tag.length(), token.length() - (closed ? tag.length() : 0));
        if (isSecret()) {
            hide(content);
        } else {
            out.append(tag)
                    .append(SecretNames.withoutValues(shown(content), false, secrets))
                    .append(closed ? tag : "");
        }
    }

    private boolean isSecret() {
        return named || asked || hidden;
    }

    private void hide(String content) {
        secrets.add(content);
        out.append('\'').append(SecretMask.MASK).append('\'');
        named = false;
        hidden = true;
    }

    /** A text that is no secret may hold some, and may be the name of the next. */
    private String shown(String content) {
        asked |= SecretNames.asksForPassword(content);
        named = SecretNames.isName(content);
        namedByText = named;
        return inner(content);
    }

    private String inner(String text) {
        return depth < DEEPEST && SecretNames.mayBeIn(text)
                ? new SecretScanner(text, depth + 1, secrets).masked()
                : text;
    }
}
