package io.stockassistant.migrations.effect;

/** How many rows of a table a statement has written, on the shadow. */
public record ChangedRows(Relation table, long inserted, long updated, long deleted) {}
