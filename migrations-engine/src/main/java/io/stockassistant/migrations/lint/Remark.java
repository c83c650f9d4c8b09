package io.stockassistant.migrations.lint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param message what is wrong with this statement: one sentence, with the names of the objects
 * @param remedy what to write instead, with SQL for this very statement where it can be written
 * @param question that a database in use can answer, if there is one
 */
public record Remark(
        String message, String remedy, @Nullable RowQuestion question) {

    public Remark(String message, String remedy) {
        this(message, remedy, null);
    }

    /** The same with a question. */
    public Remark asking(Optional<RowQuestion> other) {
        return new Remark(message, remedy, other.orElse(null));
    }
}
