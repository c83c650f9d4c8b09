package io.stockassistant.migrations.module;

import io.stockassistant.shared.migration.MigrationModule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A module as the engine sees it.
 *
 * @param dependsOn the names of the modules that it directly builds on
 * @param placeholders values for its scripts, by name
 * @param location where its migrations are
 * @param models where it says what its tables are
 */
public record Module(
        String name,
        String schema,
        HistoryTable history,
        Set<String> dependsOn,
        Map<String, String> placeholders,
        Location location,
        ModelLocation models) {

    /** The schema of this program's own tables. No module may claim it. */
    public static final String RESERVED_SCHEMA = "migrations";

    public Module {
        dependsOn = Set.copyOf(dependsOn);
        placeholders = Map.copyOf(placeholders);
    }

    /** A module that says nothing of its tables but by its migrations. */
    public Module(
            String name,
            String schema,
            HistoryTable history,
            Set<String> dependsOn,
            Map<String, String> placeholders,
            Location location) {
        this(name, schema, history, dependsOn, placeholders, location, ModelLocation.NONE);
    }

    /** A module without models that brings no values. */
    public Module(String name, String schema, HistoryTable history, Set<String> dependsOn, Location location) {
        this(name, schema, history, dependsOn, Map.of(), location);
    }

    /**
     * The module that a descriptor on the class path describes.
     *
     * @throws IllegalArgumentException if its location or its history has no form that is known
     */
    public static Module of(MigrationModule descriptor) {
        return ClassPathModules.toModule(descriptor, new JarListing());
    }

    /** The same with the files as they are in the folder where they are edited, if it is known: a jar has older ones. */
    Module inFolder() {
        if (location instanceof FolderLocation) {
            return this;
        }
        return location.folder()
                .map(folder -> new Module(name, schema, history, dependsOn, placeholders, in(folder), models))
                .orElse(this);
    }

    private Location in(Path folder) {
        FolderLocation files = new FolderLocation(folder);
        return location.findClasses().isPresent() ? new EditedLocation(files, location) : files;
    }
}
