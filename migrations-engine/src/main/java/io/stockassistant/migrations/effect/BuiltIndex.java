package io.stockassistant.migrations.effect;

/**
 * An index that was filled from a table that was there before the migration.
 *
 * @param again whether it was there before the statement, with another file
 */
public record BuiltIndex(Relation index, Relation table, boolean again) {}
