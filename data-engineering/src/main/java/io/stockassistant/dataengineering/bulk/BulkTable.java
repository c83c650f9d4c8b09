package io.stockassistant.dataengineering.bulk;

import java.util.Arrays;
import java.util.List;

/**
 * A table as its persistence model describes it.
 *
 * @param name with its schema, for example {@code data_engineering.stock_daily}
 * @param columns in the order of the model
 */
public record BulkTable<M extends Record>(String name, List<BulkColumn<M>> columns) {

    public BulkTable {
        columns = List.copyOf(columns);
        long keys = columns.stream().filter(BulkColumn::isKey).count();
        if (keys == 0 || keys == columns.size()) {
            throw new IllegalArgumentException(
                    name + " needs a key, by which its rows are found, and another column, which can change");
        }
    }

    /**
     * The table of a model.
     *
     * @throws IllegalArgumentException when a component has a type that cannot be written in bulk, or when there is no
     *     key, or nothing else
     */
    public static <M extends Record> BulkTable<M> of(String name, Class<M> model) {
        return new BulkTable<>(
                name,
                Arrays.stream(model.getRecordComponents())
                        .map(BulkColumn::<M>of)
                        .toList());
    }

    List<BulkColumn<M>> keys() {
        return columns.stream().filter(BulkColumn::isKey).toList();
    }
}
