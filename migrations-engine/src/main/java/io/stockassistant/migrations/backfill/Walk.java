package io.stockassistant.migrations.backfill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Begins a walk through the whole table, up to the last key that there is now: of a statement that adds rows or gives
 * them other keys there would be no end otherwise, and it would do such rows again.
 */
record Walk(Statements statements, Batches batches, TableLookup.Found found) {

    void begin() throws SQLException {
        for (String part : found.parts()) {
            Optional<List<String>> last =
                    statements.findRow(found.table().part(part).last());
            if (last.isPresent()) {
                batches.addRest(part, last.get());
            }
        }
    }
}
