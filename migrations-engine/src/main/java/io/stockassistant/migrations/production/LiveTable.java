package io.stockassistant.migrations.production;

import io.stockassistant.migrations.module.Identifiers;

/**
 * A table that the database has.
 *
 * @param estimate of its rows, by the server
 */
record LiveTable(long oid, Name name, long estimate) {

    /** As the server writes it. */
    String sql() {
        return Identifiers.quote(String.valueOf(name.schema())) + "." + Identifiers.quote(name.table());
    }
}
