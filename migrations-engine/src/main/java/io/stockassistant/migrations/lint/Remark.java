package io.stockassistant.migrations.lint;

/**
 * What a rule says.
 *
 * @param message what is wrong with this statement: one sentence, with the names of the objects
 * @param remedy what to write instead, with SQL for this very statement where it can be written
 */
public record Remark(String message, String remedy) {}
