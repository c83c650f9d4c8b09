package io.stockassistant.migrations.module;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A module as the engine sees it.
 *
 * @param dependsOn the names of the modules that it directly builds on
 * @param placeholders values for its scripts, by name
 * @param location where its migrations are
 */
public record Module(
        String name,
        String schema,
        HistoryTable history,
        Set<String> dependsOn,
        Map<String, String> placeholders,
        Location location) {

    /** The schema of this program's own tables. No module may claim it. */
    public static final String RESERVED_SCHEMA = "migrations";

    public Module {
        dependsOn = Set.copyOf(dependsOn);
        placeholders = Map.copyOf(placeholders);
    }

    /** A module that brings no values. */
    public Module(String name, String schema, HistoryTable history, Set<String> dependsOn, Location location) {
        this(name, schema, history, dependsOn, Map.of(), location);
    }

    /** The same with the files as they are in the folder where they are edited, if it is known: a jar has older ones. */
    Module inFolder() {
        return location.folder()
                .map(folder -> new Module(name, schema, history, dependsOn, placeholders, in(folder)))
                .orElse(this);
    }

    private Location in(Path folder) {
        FolderLocation files = new FolderLocation(folder);
        return location.findClasses().isPresent() ? new EditedLocation(files, location) : files;
    }
}
