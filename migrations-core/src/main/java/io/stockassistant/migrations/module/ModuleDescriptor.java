package io.stockassistant.migrations.module;

import io.stockassistant.shared.migration.MigrationModule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a module says of itself in Java. */
final class ModuleDescriptor {

    private ModuleDescriptor() {}

    /**
     * The module.
     *
     * @param location where its files are, by their folder without leading or trailing slash
     * @throws IllegalArgumentException if something that it says cannot be
     */
    static Module read(MigrationModule descriptor, Function<String, Location> location, ModelLocation models) {
        String schema = said(descriptor, "schema", descriptor.schema());
        return new Module(
                said(descriptor, "name", descriptor.name()),
                schema,
                HistoryTable.parse(said(descriptor, "historyTable", descriptor.historyTable()), schema),
                said(descriptor, "dependsOn", descriptor.dependsOn()),
                said(descriptor, "placeholders", descriptor.placeholders()),
                location.apply(folder(descriptor)),
                models);
    }

    private static String folder(MigrationModule descriptor) {
        String location = said(descriptor, "location", descriptor.location());
        if (!location.startsWith(ClassPathLocation.PREFIX)) {
            throw new IllegalArgumentException(
                    descriptor.getClass().getName() + ".location() must begin with classpath:, not '" + location + "'");
        }
        return location.substring(ClassPathLocation.PREFIX.length()).replaceAll("^/+|/+$", "");
    }

    private static <T> T said(MigrationModule descriptor, String method, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(descriptor.getClass().getName() + "." + method + "() returns null");
        }
        return value;
    }
}
