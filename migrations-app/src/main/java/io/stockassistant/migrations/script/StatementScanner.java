package io.stockassistant.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Something that opens and never closes. */
    record Open(String what, int line) {}

    /** A statement as it stands in the script; {@code sql} begins with the comments before it. */
    record Cut(String sql, int line, @Nullable String copyData) {}

    private static final Pattern COPY_FROM_STDIN =
            Pattern.compile("COPY\\b.*\\bFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** CREATE OR REPLACE FUNCTION. */
    private static final int MOST_WORDS_BEFORE_FUNCTION = 4;

    private final String text;
    private final List<Cut> statements = new ArrayList<>();
    private final List<Integer> openParentheses = new ArrayList<>();
    private @Nullable Open open;
    private int position;
    private int start = -1;
    private int firstWord = -1;
    private int words;
    private boolean function;
    private int blockDepth;
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
            } else if (c == ';' && openParentheses.isEmpty() && blockDepth == 0) {
                end(position);
            } else {
                token(c);
            }
        }
        if (open == null && !openParentheses.isEmpty()) {
            open = new Open("a parenthesis", lineAt(openParentheses.get(openParentheses.size() - 1)));
        }
        if (open == null && blockDepth > 0) {
            open = new Open("BEGIN ATOMIC", lineAt(firstWord));
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
        if (isWordStart(c)) {
            end = word();
        } else {
            end = Quotes.end(text, position);
            if (end > text.length()) {
                open = new Open(Quotes.name(text, position), lineAt(position));
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

    /** Reads a word; the first few tell whether a function is created, in which BEGIN, CASE and END nest. */
    private int word() {
        int end = position + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        words++;
        if (isWord("e", end) && end < text.length() && text.charAt(end) == '\'') {
            return escapeString(end);
        }
        if (words <= MOST_WORDS_BEFORE_FUNCTION && (isWord("function", end) || isWord("procedure", end))) {
            function = true;
        } else if (function && openParentheses.isEmpty()) {
            nest(end);
        }
        return end;
    }

    private int escapeString(int quote) {
        int end = Quotes.endOfEscapeString(text, quote);
        if (end > text.length()) {
            open = new Open(Quotes.name(text, quote), lineAt(quote));
            return text.length();
        }
        return end;
    }

    private void nest(int end) {
        if (isWord("begin", end) || (blockDepth > 0 && isWord("case", end))) {
            blockDepth++;
        } else if (blockDepth > 0 && isWord("end", end)) {
            blockDepth--;
        }
    }

    private boolean isWord(String word, int end) {
        return end - position == word.length() && text.regionMatches(true, position, word, 0, word.length());
    }

    private void end(int semicolon) {
        position = Math.min(semicolon + 1, text.length());
        if (firstWord >= 0) {
            String sql = text.substring(start, semicolon).stripTrailing();
            int line = lineAt(start);
            boolean copy = text.regionMatches(true, firstWord, "copy", 0, 4)
                    && COPY_FROM_STDIN.matcher(text.substring(firstWord, semicolon)).matches();
            statements.add(new Cut(sql, line, copy ? copyData() : null));
        }
        start = -1;
        firstWord = -1;
        words = 0;
        function = false;
    }

    /** The lines after the one with COPY's semicolon, up to one that is {@code \.} and nothing else. */
    private @Nullable String copyData() {
        int statement = position - 1;
        int first = text.indexOf('\n', position) + 1;
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
        open = new Open("the data of COPY (a line with \\.)", lineAt(statement));
        return null;
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

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 0x7F;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
