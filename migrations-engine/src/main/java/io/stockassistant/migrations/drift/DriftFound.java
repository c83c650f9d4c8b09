package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.problem.Problem;
import java.util.List;

/**
 * In what a database differs from what its migrations build.
 *
 * @param leftAlone what stands in the modules' schemas and belongs to others
 * @param notCompared why some modules were not compared; whatever is known of them is among the problems
 * @param ignored how many differences do not matter
 */
public record DriftFound(
        List<Difference> differences, List<CatalogObject> leftAlone, List<Problem> notCompared, int ignored) {

    public DriftFound {
        differences = List.copyOf(differences);
        leftAlone = List.copyOf(leftAlone);
        notCompared = List.copyOf(notCompared);
    }

    /** Whether the whole database is what its migrations build. */
    public boolean isNone() {
        return differences.isEmpty() && notCompared.isEmpty();
    }
}
