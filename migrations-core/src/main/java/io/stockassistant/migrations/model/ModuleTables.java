package io.stockassistant.migrations.model;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;

/**
 * The tables that the models of one module ask for.
 *
 * @param present those that are there, without schema, by name
 * @param missing those that are not
 */
public record ModuleTables(String module, String schema, List<String> present, List<String> missing) {

    private static final int SHOWN = 5;

    public ModuleTables {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
    }

    /** Whether the module has models at all. */
    public boolean hasModels() {
        return !present.isEmpty() || !missing.isEmpty();
    }

    /** The missing ones, a few of them by name: {@code 7 tables that its models ask for: a, b, c, d, e and 2 more}. */
    public String missingInWords() {
        return (missing.size() == 1 ? "1 table" : missing.size() + " tables") + " that its models ask for: "
                + String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())))
                + (missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "");
    }

    /** What it means that some are missing where no migration is left to make them. */
    public Problem missingAtHead() {
        return Problem.inModule(
                ProblemCode.MISSING_TABLES,
                module,
                "The schema " + schema + " lacks " + missingInWords() + "; and no migration of " + module
                        + " is pending that could make them.",
                "If they were dropped or renamed by hand, take that back (or restore them from a backup). If no migration"
                        + " makes them yet, write one: migrations revision -m " + module + " \"…\"");
    }
}
