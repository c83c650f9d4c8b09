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

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    SqlMessage add(String sql) {
        parts.add(new Part(text.length(), null));
        text.append(sql).append(";\n");
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

    /** Where in the script something went wrong. */
    record Place(Statement statement, int line) {}

    /**
     * The place in the script of a failure.
     *
     * @param position the server's position in the whole message, in characters counted from 1; 0 when it gave none
     * @param completed how many statements of the message had been carried out
     */
    Optional<Place> findPlace(int position, int completed) {
        if (position > 0) {
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
