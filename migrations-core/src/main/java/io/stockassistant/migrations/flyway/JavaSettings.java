package io.stockassistant.migrations.flyway;

import java.util.Map;

/**
 * What a Java migration can ask Flyway's configuration for.
 *
 * @param location as Flyway writes it
 * @param placeholders the values that somebody gave, by name
 */
public record JavaSettings(String schema, String historyTable, String location, Map<String, String> placeholders) {

    public JavaSettings {
        placeholders = Map.copyOf(placeholders);
    }
}
