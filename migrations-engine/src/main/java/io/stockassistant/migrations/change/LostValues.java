package io.stockassistant.migrations.change;

import org.jspecify.annotations.Nullable;

/**
 * Values of a column that a script changed or removed.
 *
 * @param column its qualified name before
 * @param before one of them
 * @param after one that was not there before, if any
 * @param typeChanged whether the column has another type, or is gone
 */
public record LostValues(
        String column, String before, @Nullable String after, boolean typeChanged) {

    @Override
    public String toString() {
        return column + ": " + before + (after == null ? " is gone" : " became " + after);
    }
}
