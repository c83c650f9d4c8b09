package io.stockassistant.migrations.effect;

/**
 * A command that created or changed an object, as an event trigger heard of it.
 *
 * @param tag for example {@code ALTER TABLE}
 * @param type for example {@code table}
 * @param schema without quotes, of a part of a table that of the table; empty if it stands in none
 * @param identity as the server writes it; empty for GRANT and REVOKE, of which it does not say it
 */
public record DdlCommand(String tag, String type, String schema, String identity, long oid) {}
