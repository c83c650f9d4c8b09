package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.Placeholders;
import io.stockassistant.migrations.flyway.Placeholders.MissingValueException;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            if (undo) {
                file.header().mistakes().forEach(each -> problems.add(each.toProblem(migration, file)));
            }
            StatementScanner scanned = StatementScanner.scan(textWithValues(file));
            if (scanned.findOpen().isPresent()) {
                problems.add(unterminated(migration, file, scanned.findOpen().get()));
                return Optional.empty();
            }
            List<Statement> statements =
                    scanned.statements().stream().map(Keywords::toStatement).toList();
            ScriptChecks checks = new ScriptChecks(module, migration, file, statements, undo, problems);
            boolean transactional = checks.check();
            return problems.size() == before
                    ? Optional.of(new Script(file, statements, transactional))
                    : Optional.empty();
        } catch (MissingValueException e) {
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

    private Problem unterminated(Migration migration, ScriptFile file, StatementScanner.Open open) {
        String place = file.path() + ":" + open.line();
        return new Problem(
                open.isBehindCopy() ? ProblemCode.UNSUPPORTED_STATEMENT : ProblemCode.UNTERMINATED,
                module.name(),
                migration.version().toString(),
                place,
                place
                        + (open.isBehindCopy()
                                ? " has " + open.what() + "; the data begins on the next line."
                                : " opens " + open.what() + " that is never closed."),
                open.isBehindCopy() ? "Move it behind the line \\. that ends the data." : "Close it.");
    }

    private String textWithValues(ScriptFile file) throws MissingValueException {
        if (!file.text().contains("${")) {
            return file.text();
        }
        Map<String, String> values = new HashMap<>(placeholders);
        values.put("flyway:filename", file.name());
        return Placeholders.replace(file.text(), values);
    }
}
