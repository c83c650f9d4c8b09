package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.script.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Values that were there before a migration went down and up again, or up and down, and not after.
 *
 * @param object the qualified name of a column; of a table that the migration has made, the table's
 * @param values how many rows have lost theirs, or are gone
 * @param example one of the values, as the server writes it; absent where whole rows are gone
 * @param byUndo whether the downgrade lost them; otherwise the upgrade did
 */
public record Loss(
        Revision revision,
        String object,
        int values,
        @Nullable String example,
        boolean byUndo) {}
