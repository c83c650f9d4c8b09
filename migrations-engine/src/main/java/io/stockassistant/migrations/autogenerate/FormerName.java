package io.stockassistant.migrations.autogenerate;

import java.util.Optional;

/**
 * What a model says with {@code @RenamedFrom}.
 *
 * @param table as it is called now, without the schema
 * @param column as it is called now; empty where the table itself was called otherwise
 * @param was the former name of the column, or of the table
 * @param where the class, and property if any, that says so, for messages
 */
public record FormerName(String table, Optional<String> column, String was, String where) {}
