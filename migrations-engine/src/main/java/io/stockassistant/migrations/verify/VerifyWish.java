package io.stockassistant.migrations.verify;

import java.util.Set;

/**
 * What is asked for.
 *
 * @param modules by name; none means all
 * @param withRows whether every table holds rows while migrations go up and down
 */
public record VerifyWish(Set<String> modules, boolean withRows) {

    public VerifyWish {
        modules = Set.copyOf(modules);
    }

    boolean concerns(String module) {
        return modules.isEmpty() || modules.contains(module);
    }
}
