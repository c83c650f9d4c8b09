package io.stockassistant.migrations.effect;

/**
 * That something depends on something in another schema, as the catalog has it: a view on what it reads, a table on the
 * target of its foreign key, on types of its columns, on functions in its defaults and checks.
 *
 * @param schema of what depends, without quotes
 * @param identity of what depends, as the server writes it; of a part of a table or view, that of the whole
 * @param targetSchema without quotes
 * @param targetType for example {@code table}
 * @param target as the server writes it
 */
public record Reference(String schema, String identity, String targetSchema, String targetType, String target) {}
