package io.stockassistant.migrations.module;

import java.util.Set;

/**
 * A module as the engine sees it.
 *
 * @param dependsOn the names of the modules that it directly builds on
 * @param location where its migrations are
 */
public record Module(String name, String schema, HistoryTable history, Set<String> dependsOn, Location location) {

    public Module {
        dependsOn = Set.copyOf(dependsOn);
    }
}
