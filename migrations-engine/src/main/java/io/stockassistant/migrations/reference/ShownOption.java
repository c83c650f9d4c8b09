package io.stockassistant.migrations.reference;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names with their dashes, the short one first
 * @param label stands for its value; empty if it has none
 * @param isOptional whether it may stand without its value
 * @param isRepeatable whether it may be given several times
 * @param isCommon whether every command has it
 */
public record ShownOption(
        List<String> names,
        String label,
        boolean isOptional,
        boolean isRepeatable,
        boolean isCommon,
        String description,
        Values values) {

    boolean hasValue() {
        return !label.isEmpty();
    }

    /** Whether the next word is its value. */
    boolean takesNextWord() {
        return hasValue() && !isOptional;
    }
}
