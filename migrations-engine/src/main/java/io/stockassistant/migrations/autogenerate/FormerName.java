package io.stockassistant.migrations.autogenerate;

import java.util.Optional;

/**
 * What a model says with {@code @RenamedFrom}.
 *
 * @param table as it is called now, without the schema; or an enum of the database
 * @param column as it is called now, or a value of the enum; empty where the table itself was called otherwise
 * @param was the former name of the column, the value, or the table
 * @param where the class, and property if any, that says so, for messages
 */
public record FormerName(String table, Optional<String> column, String was, String where) {}
