package io.stockassistant.migrations.history;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what stands where a module keeps its history has the form of one. */
final class HistoryForm {

    private HistoryForm() {}

    /**
     * SQL for the names of the columns that a relation lacks, separated by commas.
     *
     * @param relation SQL for its oid
     * @param columns those that it should have, separated by commas
     */
    static String missingColumns(String relation, String columns) {
        return "(SELECT string_agg(w.name, ', ' ORDER BY w.i)"
                + " FROM unnest(string_to_array(" + Literals.quote(columns) + ", ', ')) WITH ORDINALITY AS w (name, i)"
                + " WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a"
                + " WHERE a.attrelid = " + relation + " AND a.attname = w.name AND NOT a.attisdropped))";
    }

    /**
     * What is wrong with it, if it is there and no history.
     *
     * @param kind of the relation, as pg_class has it; null where there is none
     * @param missing the columns that it lacks
     */
    static Optional<Problem> findProblem(Module module, @Nullable String kind, @Nullable String missing) {
        boolean isTable = "r".equals(kind) || "p".equals(kind);
        if (kind == null || (isTable && missing == null)) {
            return Optional.empty();
        }
        return Optional.of(Problem.inModule(
                ProblemCode.INVALID_CONFIGURATION,
                module.name(),
                module.history() + ", where the module " + module.name() + " keeps its history, is no Flyway history: "
                        + (isTable ? "it has no column " + missing + "." : "it is no table."),
                "Name another table as the history in the descriptor of " + module.name()
                        + " (module.properties: history=SCHEMA.TABLE), or rename what is there."));
    }
}
