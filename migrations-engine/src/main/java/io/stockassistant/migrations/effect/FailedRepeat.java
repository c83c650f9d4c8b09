package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.script.Statement;

/**
 * What stops a script that has run once already.
 *
 * @param statement that the server refuses the second time
 * @param message what it says to it
 */
public record FailedRepeat(Statement statement, String message) {}
