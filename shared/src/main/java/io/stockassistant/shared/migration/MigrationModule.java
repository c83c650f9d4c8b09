package io.stockassistant.shared.migration;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module's claim on the database: its name, its schema, where its migrations are, and which modules it builds on.
 *
 * <p>One implementation with a public no-argument constructor, named in {@code
 * META-INF/services/io.stockassistant.shared.migration.MigrationModule}, makes a module. From then on a change of the
 * schema is one SQL file, and its way back another, in {@link #location()}.
 *
 * <p>The same description decides the order of migrations, the allowed dependencies between packages and the allowed
 * references between schemas.
 */
public interface MigrationModule {

    /** A short, unique name in lower-case words joined by hyphens, for example {@code llm-platform}. */
    String name();

    /** The names of the modules whose tables or classes this one may refer to. */
    default Set<String> dependsOn() {
        return Set.of();
    }

    /** The PostgreSQL schema that belongs to this module alone. */
    default String schema() {
        return name().replace('-', '_');
    }

    /**
     * The history of this module, {@code schema.table}. It depends on this description alone, never on which other
     * modules are loaded.
     */
    default String historyTable() {
        return schema() + ".flyway_schema_history";
    }

    /** The folder of the migrations: {@code classpath:} and a path, seen from the implementation's own class loader. */
    default String location() {
        return "classpath:db/migration/" + schema();
    }

    /**
     * Values for placeholders such as <code>${retention}</code> in this module's scripts, by name. The environment and
     * the command line can give others.
     */
    default Map<String, String> placeholders() {
        return Map.of();
    }

    /** The packages with this module's persistence models. */
    default List<String> modelPackages() {
        return List.of(getClass().getPackageName());
    }
}
