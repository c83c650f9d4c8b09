package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.problem.Problem;
import java.util.List;

/**
 * Something that a proof has found.
 *
 * @param differences of the two databases that should be the same, where two were compared
 */
public record Finding(Problem problem, List<Difference> differences) {

    public Finding {
        differences = List.copyOf(differences);
    }
}
