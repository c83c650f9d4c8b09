package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several statements that go to the server at once, and the way back from a place in them to the script. */
final class SqlMessage {

    /** A statement in the message, with the script's statement that it is, if it is one. */
    private record Part(int start, @Nullable Statement statement) {}

    private static final String END = ";\n";

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    SqlMessage add(String sql) {
        parts.add(new Part(text.length(), null));
        text.append(sql).append(END);
        return this;
    }

    SqlMessage addAll(List<String> statements) {
        statements.forEach(this::add);
        return this;
    }

    SqlMessage add(Statement statement) {
        parts.add(new Part(text.length(), statement));
        text.append(statement.sql()).append("\n;\n"); // on a line of its own: the text may end in a comment
        return this;
    }

    String text() {
        return text.toString();
    }

    int size() {
        return parts.size();
    }

    /** Whether some of it is of the script. */
    boolean hasStatements() {
        return parts.stream().anyMatch(each -> each.statement() != null);
    }

    /** The script's statement at a place, if the one there is the script's. */
    Optional<Statement> findStatement(int index) {
        return index < parts.size() ? Optional.ofNullable(parts.get(index).statement()) : Optional.empty();
    }

    /** One of its statements as a message of its own. */
    SqlMessage alone(int index) {
        Part part = parts.get(index);
        SqlMessage one = new SqlMessage();
        return part.statement() == null ? one.add(sqlAt(index)) : one.add(part.statement());
    }

    /** A statement as it was added. */
    String sqlAt(int index) {
        Part part = parts.get(index);
        if (part.statement() != null) {
            return part.statement().sql();
        }
        int end = index + 1 < parts.size() ? parts.get(index + 1).start() : text.length();
        return text.substring(part.start(), end - END.length());
    }

    /** Whether all of it runs in a transaction that it opens itself. */
    boolean beginsTransaction() {
        return !parts.isEmpty() && text.indexOf("BEGIN") == 0;
    }

    /** Where in the script something went wrong. */
    record Place(Statement statement, int line) {}

    /**
     * The place in the script of a failure.
     *
     * @param position the server's position in the whole message, in characters counted from 1; 0 when it gave none
     * @param completed how many statements of the message had been carried out
     */
    Optional<Place> findPlace(int position, int completed) {
        if (position > 0 && !parts.isEmpty()) {
            int offset = text.offsetByCodePoints(0, Math.min(position - 1, text.codePointCount(0, text.length())));
            Part part = parts.get(0);
            for (Part each : parts) {
                part = each.start() <= offset ? each : part;
            }
            int inside = offset - part.start();
            return Optional.ofNullable(part.statement()).map(each -> new Place(each, each.lineAt(inside)));
        }
        return completed < parts.size()
                ? Optional.ofNullable(parts.get(completed).statement()).map(each -> new Place(each, each.firstLine()))
                : Optional.empty();
    }
}
