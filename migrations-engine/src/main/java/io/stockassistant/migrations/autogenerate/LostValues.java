package io.stockassistant.migrations.autogenerate;

import org.jspecify.annotations.Nullable;

/**
 * Values of a column that a script changed or removed.
 *
 * @param column its qualified name before
 * @param before one of them, null for NULL
 * @param after what stands in its place; null for NULL, and where there is nothing
 */
public record LostValues(String column, @Nullable String before, @Nullable String after, boolean typeChanged) {

    @Override
    public String toString() {
        return column + ": " + before + " became " + after;
    }
}
