package io.stockassistant.migrations.backfill;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A row, or all rows of one key, that could not be done.
 *
 * @param table where it is, as the server writes it
 * @param key the values of the key columns, as text
 * @param attempts how often it was tried
 */
public record BackfillFailure(
        long id,
        String table,
        List<String> key,
        String sqlState,
        String message,
        int attempts,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt) {

    public BackfillFailure {
        key = List.copyOf(key);
    }
}
