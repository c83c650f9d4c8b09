package io.stockassistant.migrations.script;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql its text with the comments before it, without the semicolon at its end, placeholders replaced
 * @param line the line in the file on which {@code sql} begins, counted from 1
 * @param transactional whether Flyway runs it in a transaction
 * @param copyData the lines that follow a COPY … FROM stdin
 */
public record Statement(
        String sql,
        int line,
        boolean transactional,
        @Nullable String copyData) {

    public Optional<String> findCopyData() {
        return Optional.ofNullable(copyData);
    }

    /** The line in the file of a character of {@link #sql}, counted from 0. */
    public int lineAt(int offset) {
        return line
                + (int) sql.substring(0, Math.min(Math.max(offset, 0), sql.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** The line of its first word, after the comments before it. */
    public int firstLine() {
        return lineAt(Comments.endOfLeading(sql));
    }

    /** Its text without the comments before it. */
    public String body() {
        return sql.substring(Comments.endOfLeading(sql));
    }
}
