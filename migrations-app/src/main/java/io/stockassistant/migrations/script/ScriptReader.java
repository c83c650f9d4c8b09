package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.StatementSplitter;
import io.stockassistant.migrations.flyway.StatementSplitter.SplitException;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts the scripts of a module into statements and refuses what could not run, or would run only half. */
public final class ScriptReader {

    private final Module module;
    private final Map<String, String> placeholders;

    /** @param placeholders values by full name, such as {@code flyway:defaultSchema} */
    public ScriptReader(Module module, Map<String, String> placeholders) {
        this.module = module;
        this.placeholders = Map.copyOf(placeholders);
    }

    /**
     * Reads a script.
     *
     * @param undo whether it is the way back
     * @param problems receives everything that is wrong with it
     * @return empty when there was something wrong
     */
    public Optional<Script> read(Migration migration, boolean undo, List<Problem> problems) {
        ScriptFile file = undo ? migration.findDowngrade().orElseThrow() : migration.upgrade();
        int before = problems.size();
        try {
            List<Statement> statements = split(file);
            ScriptChecks checks = new ScriptChecks(module, migration, file, statements, undo, problems);
            boolean transactional = checks.check();
            return problems.size() == before
                    ? Optional.of(new Script(file, statements, transactional))
                    : Optional.empty();
        } catch (SplitException e) {
            problems.add(new Problem(
                    ProblemCode.UNPARSABLE,
                    module.name(),
                    migration.version().toString(),
                    file.path(),
                    file.path() + " cannot be read as SQL: " + e.getMessage(),
                    "Mend the file."));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return Optional.empty();
    }

    private List<Statement> split(ScriptFile file) throws SplitException {
        return StatementSplitter.split(file.text(), file.name(), placeholders).stream()
                .map(each -> new Statement(each.sql(), each.line(), each.transactional(), copyData(each)))
                .toList();
    }

    private static @Nullable String copyData(StatementSplitter.SplitStatement statement) {
        return statement.copyData().present() ? statement.copyData().lines() : null;
    }
}
