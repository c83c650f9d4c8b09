package io.stockassistant.migrations.seeds;

import java.util.List;

/** A table of the seeds, with its columns in their order. */
record SeedTable(String schema, String name, List<Column> columns) {

    /** A column as the seeds write it; an empty text where they say nothing. */
    record Column(String name, String type, String nullable, String defaultValue, String key) {

        boolean isInPrimaryKey() {
            return key.startsWith("pk");
        }

        boolean isUnique() {
            return key.equals("unique");
        }
    }

    /** The names of the columns of the primary key, joined by commas. */
    String primaryKey() {
        return String.join(
                ",",
                columns.stream()
                        .filter(Column::isInPrimaryKey)
                        .map(Column::name)
                        .toList());
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
