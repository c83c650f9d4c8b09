package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.script.Version;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ordered steps that lead from where the database is to a target.
 *
 * @param from for each module its newest version in the database, if it has one
 * @param warnings what is allowed and deserves a look
 */
public record Plan(Direction direction, List<Step> steps, Map<String, Optional<Version>> from, List<String> warnings) {

    public Plan {
        steps = List.copyOf(steps);
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
        warnings = List.copyOf(warnings);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
