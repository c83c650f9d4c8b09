package io.stockassistant.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script into statements where PostgreSQL and psql do: at a semicolon outside of quotes, comments, parentheses
 * and the body of a function that is written as BEGIN ATOMIC … END.
 *
 * <p>The rules are those of the PostgreSQL documentation, section "Lexical Structure", and of psql for the data of COPY
 * … FROM stdin. Tests hold it against Flyway's parser, which it stands in for because that one is slow, and reads on to
 * the end of the file when a quote is not closed.
 */
final class StatementScanner {

    /**
     * Something that opens and never closes.
     *
     * @param offset where it opens, in characters from 0
     * @param line the same as a line, from 1
     */
    record Open(String what, int offset, int line) {

        /** More on the line of an inline COPY, which psql runs after the data and others lose. */
        static final String BEHIND_COPY = "more on the line of COPY … FROM stdin";

        boolean isBehindCopy() {
            return what.equals(BEHIND_COPY);
        }

        /** Outside of quotes, a backslash means something to psql alone: it acts, and others fail. */
        boolean isForPsql() {
            return what.startsWith("\\");
        }
    }

    /** A statement as it stands in the script; {@code sql} begins with the comments before it. */
    record Cut(String sql, int line, @Nullable String copyData) {}

    private static final Pattern PSQL_COMMAND = Pattern.compile("\\\\([A-Za-z_]+|\\S)?");

    private final String text;
    private final List<Cut> statements = new ArrayList<>();
    private final List<Integer> openParentheses = new ArrayList<>();
    private @Nullable Open open;
    private int position;
    private int start = -1;
    private int firstWord = -1;
    private StatementWords words = new StatementWords();
    private int lineCursor;
    private int lineOfCursor = 1;

    private StatementScanner(String text) {
        this.text = text;
    }

    static StatementScanner scan(String text) {
        StatementScanner scanner = new StatementScanner(text.startsWith("\uFEFF") ? " " + text.substring(1) : text);
        scanner.run();
        return scanner;
    }

    /** The statements up to the end, or up to what is not closed. */
    List<Cut> statements() {
        return statements;
    }

    Optional<Open> findOpen() {
        return Optional.ofNullable(open);
    }

    private void run() {
        while (position < text.length() && open == null) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (c == ';' && openParentheses.isEmpty() && !words.isInBlock()) {
                end(position);
            } else {
                token(c);
            }
        }
        if (open == null && !openParentheses.isEmpty()) {
            leaveOpen("a parenthesis", openParentheses.get(openParentheses.size() - 1));
        }
        if (open == null && words.isInBlock()) {
            leaveOpen("BEGIN ATOMIC", firstWord);
        }
        if (open == null && firstWord >= 0) {
            end(text.length());
        }
    }

    private void token(char c) {
        if (start < 0) {
            start = position;
        }
        boolean comment = text.startsWith("--", position) || text.startsWith("/*", position);
        if (!comment && firstWord < 0) {
            firstWord = position;
        }
        int end;
        if (c == '\\') {
            Matcher command = PSQL_COMMAND.matcher(text).region(position, text.length());
            leaveOpen(command.lookingAt() ? command.group() : "\\", position);
            return;
        }
        if (isWordStart(c)) {
            end = word();
        } else {
            end = Quotes.end(text, position);
            if (end > text.length()) {
                leaveOpen(Quotes.name(text, position), position);
                return;
            }
            if (c == '(') {
                openParentheses.add(position);
            } else if (c == ')' && !openParentheses.isEmpty()) {
                openParentheses.remove(openParentheses.size() - 1);
            }
        }
        position = end;
    }

    private int word() {
        int end = endOfWord(text, position);
        if (isEscapeString(text, position, end)) {
            return escapeString(end);
        }
        words.add(text, position, end, openParentheses.isEmpty());
        return end;
    }

    private int escapeString(int quote) {
        int end = Quotes.endOfEscapeString(text, quote);
        if (end > text.length()) {
            leaveOpen(Quotes.name(text, quote), position);
            return text.length();
        }
        return end;
    }

    private void end(int semicolon) {
        position = Math.min(semicolon + 1, text.length());
        if (firstWord >= 0) {
            String sql = text.substring(start, semicolon).stripTrailing();
            int line = lineAt(start);
            statements.add(new Cut(sql, line, words.isCopyFromStdin() ? copyData() : null));
        }
        start = -1;
        firstWord = -1;
        words = new StatementWords();
    }

    /** The lines after the one with COPY's semicolon, up to one that is {@code \.} and nothing else. */
    private @Nullable String copyData() {
        int first = text.indexOf('\n', position) + 1;
        int more = Comments.endOfSpace(text, position);
        if (first > 0 && more < first) {
            leaveOpen(Open.BEHIND_COPY, more);
            return null;
        }
        int line = first;
        while (first > 0 && line < text.length()) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            if (text.substring(line, next).strip().equals("\\.")) {
                position = next;
                return text.substring(first, line);
            }
            line = next;
        }
        leaveOpen("the data of COPY (it ends with a line \\.)", firstWord);
        return null;
    }

    private void leaveOpen(String what, int offset) {
        open = new Open(what, offset, lineAt(offset));
    }

    /** Lines are counted from where the last count stopped: the whole text is walked once. */
    private int lineAt(int offset) {
        if (offset < lineCursor) {
            lineCursor = 0;
            lineOfCursor = 1;
        }
        for (; lineCursor < offset; lineCursor++) {
            if (text.charAt(lineCursor) == '\n') {
                lineOfCursor++;
            }
        }
        return lineOfCursor;
    }

    static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a word is the E of a string in which a backslash escapes. */
    static boolean isEscapeString(String text, int start, int end) {
        boolean escapes = end == start + 1 && (text.charAt(start) == 'e' || text.charAt(start) == 'E');
        return escapes && end < text.length() && text.charAt(end) == '\'';
    }

    static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 0x7F;
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
