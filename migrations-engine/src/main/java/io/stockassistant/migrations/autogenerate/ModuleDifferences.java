package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Difference;
import java.util.List;

/**
 * In what a module's models differ from what its migrations build.
 *
 * @param differences what migrations build is what is expected: what is added, the models have more
 * @param hints former names that are not there any more, so that the hint can go
 */
public record ModuleDifferences(String module, List<Difference> differences, List<FormerName> hints) {

    public ModuleDifferences {
        differences = List.copyOf(differences);
        hints = List.copyOf(hints);
    }
}
