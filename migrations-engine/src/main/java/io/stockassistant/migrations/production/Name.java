package io.stockassistant.migrations.production;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table as a statement says it, folded as the server folds it.
 *
 * @param schema null when the search path decides
 */
record Name(@Nullable String schema, String table) {

    Name in(String other) {
        return new Name(other, table);
    }

    @Override
    public String toString() {
        return schema == null ? table : schema + "." + table;
    }
}
