package io.stockassistant.migrations.autogenerate;

import java.util.Comparator;
import java.util.List;

/**
 * The models of a module, and where their tables are to be.
 *
 * @param module the name of the module, for messages
 * @param schema the schema of all its tables
 * @param classes those with {@code @Entity}; kept by name
 * @param major the major version of PostgreSQL that will understand the SQL
 */
public record ModuleModels(String module, String schema, List<Class<?>> classes, int major) {

    public ModuleModels {
        classes = classes.stream().sorted(Comparator.comparing(Class::getName)).toList();
    }
}
