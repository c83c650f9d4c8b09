package io.stockassistant.migrations.plan;

/**
 * What running a step means, so that it can be compared with what was meant another time.
 *
 * @param schema that its names are looked for in
 * @param history the table that keeps its row, {@code schema.table}
 * @param transactional whether it runs in one transaction together with that row
 * @param script digest of the file's text
 * @param text digest of the text that runs, with values in place of placeholders; no value can be read from it
 */
public record StepContent(String schema, String history, boolean transactional, String script, String text) {}
