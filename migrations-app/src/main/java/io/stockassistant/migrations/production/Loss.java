package io.stockassistant.migrations.production;

import org.jspecify.annotations.Nullable;

/**
 * A table, or a column of one, that a statement drops or empties, as it is named there.
 *
 * @param table with or without a schema, quoted as in the statement; a schema's name when {@code wholeSchema}
 * @param column only this column, if it is only one
 * @param wholeSchema whether every table of a schema is meant
 */
record Loss(String table, @Nullable String column, boolean wholeSchema) {

    static Loss ofTable(String table) {
        return new Loss(table, null, false);
    }

    static Loss ofColumn(String table, String column) {
        return new Loss(table, column, false);
    }

    static Loss ofSchema(String schema) {
        return new Loss(schema, null, true);
    }
}
