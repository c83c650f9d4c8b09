package io.stockassistant.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules for a project of modules. They find the modules by their descriptors, and what a package is for by its name:
 *
 * <pre>
 * orders/                      the descriptor, and the configuration that puts the module together
 * orders/invoice/              the domain: values, ports; any other name will do
 * orders/invoice/application/  use cases
 * orders/invoice/persistence/  models and repositories
 * orders/invoice/pdf/          a technology, if the project has declared it
 * </pre>
 */
public final class ModuleRules {

    private ModuleRules() {}

    public static List<Rule> list() {
        return Stream.of(
                        BoundaryRules.ALL,
                        LayerRules.ALL,
                        ModelRules.ALL,
                        MigrationFileRules.ALL,
                        NamingRules.ALL,
                        HabitRules.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
