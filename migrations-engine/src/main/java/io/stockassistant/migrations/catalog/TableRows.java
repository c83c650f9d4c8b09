package io.stockassistant.migrations.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds itself, without what its partitions or heirs hold.
 *
 * @param table its qualified name
 * @param columns those that have a value of their own, in the table's order: generated ones have none
 * @param rows in the order in which the table keeps them; each value as the server writes it, null for NULL
 */
public record TableRows(String table, List<CatalogObject> columns, List<List<@Nullable String>> rows) {

    public TableRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
