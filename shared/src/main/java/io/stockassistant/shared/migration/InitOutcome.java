package io.stockassistant.shared.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link InitTask} did, or found.
 *
 * @param changed whether anything was changed
 * @param lines sentences for people
 * @param values texts, numbers and booleans for programs, by name in camel case; their order is kept
 * @param secret what is shown once on a terminal, before the transaction ends, and nowhere else
 */
public record InitOutcome(boolean changed, List<String> lines, Map<String, Object> values, Optional<ShownOnce> secret) {

    /** Takes copies. */
    public InitOutcome {
        lines = List.copyOf(lines);
        values = new LinkedHashMap<>(values);
    }

    /** It was there before, or is not to be made. */
    public static InitOutcome unchanged(List<String> lines, Map<String, Object> values) {
        return new InitOutcome(false, lines, values, Optional.empty());
    }
}
