package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to build again what a database was built with, as far as its histories and the files tell.
 *
 * @param plan everything of it that can be carried out again, from empty
 * @param unknown modules of which no step is in the plan, by name: why nobody can tell what they were built with
 * @param outdated modules some of whose repeatable migrations are not in the plan, because their files have changed
 *     since they ran
 */
public record Rebuild(Plan plan, Map<String, List<Problem>> unknown, Map<String, List<Problem>> outdated) {

    public Rebuild {
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
        outdated = Collections.unmodifiableMap(new LinkedHashMap<>(outdated));
    }

    /** Whether all of a module is in the plan that is in the database. */
    public boolean isWhole(String module) {
        return !unknown.containsKey(module) && !outdated.containsKey(module);
    }
}
