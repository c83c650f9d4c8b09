package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Difference;
import java.util.List;

/**
 * In what a module's models differ from what its migrations build.
 *
 * @param differences what migrations build is what is expected: what is added, the models have more
 */
public record ModuleDifferences(String module, List<Difference> differences) {

    public ModuleDifferences {
        differences = List.copyOf(differences);
    }
}
