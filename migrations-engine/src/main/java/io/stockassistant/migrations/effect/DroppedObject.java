package io.stockassistant.migrations.effect;

/**
 * An object that is gone, as an event trigger heard of it.
 *
 * @param type for example {@code table column}
 * @param schema without quotes, of a part of a table that of the table; empty if it stands in none
 * @param identity as the server writes it
 * @param named whether the statement named it
 * @param dependent whether it is gone because it depended on what was named, and CASCADE took it; what is a part of
 *     another object, as an index is of its table, is neither
 * @param existed whether it was there before the migration
 */
public record DroppedObject(
        String type, String schema, String identity, boolean named, boolean dependent, boolean existed) {

    DroppedObject since(boolean before) {
        return new DroppedObject(type, schema, identity, named, dependent, before);
    }
}
