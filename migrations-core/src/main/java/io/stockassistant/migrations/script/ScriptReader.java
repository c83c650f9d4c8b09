package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.JavaSettings;
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
import java.util.TreeMap;
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
    public Optional<Script> read(Change change, boolean undo, List<Problem> problems) {
        ScriptFile file = undo ? change.findDowngrade().orElseThrow() : change.upgrade();
        int before = problems.size();
        try {
            if (undo) {
                file.header().mistakes().forEach(each -> problems.add(each.toProblem(change, file)));
            }
            if (file instanceof JavaFile java) {
                return problems.size() == before ? Optional.of(script(java)) : Optional.empty();
            }
            SqlFile sql = (SqlFile) file;
            StatementScanner scanned = StatementScanner.scan(textWithValues(sql, placeholders));
            if (scanned.findOpen().isPresent()) {
                problems.add(unterminated(change, file, scanned.findOpen().get()));
                return Optional.empty();
            }
            List<Statement> statements =
                    scanned.statements().stream().map(Keywords::toStatement).toList();
            ScriptChecks checks = new ScriptChecks(module, change, sql, statements, undo, problems);
            boolean transactional = checks.check();
            return problems.size() == before
                    ? Optional.of(new Script(file, statements, transactional))
                    : Optional.empty();
        } catch (MissingValueException e) {
            problems.add(new Problem(
                    ProblemCode.MISSING_PLACEHOLDER,
                    module.name(),
                    version(change),
                    file.path(),
                    file.path() + " has the placeholder " + e.placeholder() + ", which has no value.",
                    "Give it one: --placeholder NAME=VALUE, FLYWAY_PLACEHOLDERS_NAME in the environment, or"
                            + " placeholders.NAME=VALUE in module.properties. If it is no placeholder, write"
                            + " placeholderReplacement=false into " + file.path() + ScriptConf.SUFFIX + "."));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return Optional.empty();
    }

    /**
     * Tells the text that runs, with values in place of placeholders, from any other. The time of the run counts as a
     * placeholder without a value: it is never the same twice.
     */
    public String digest(ScriptFile file) {
        if (!(file instanceof SqlFile sql)) {
            return TextDigest.of(TextDigest.of(file) + new TreeMap<>(givenPlaceholders()));
        }
        if (!Placeholders.areIn(sql.text())) {
            return TextDigest.of(file);
        }
        try {
            return TextDigest.of(textWithValues(sql, PlaceholderValues.withoutTime(placeholders)));
        } catch (MissingValueException e) {
            return TextDigest.of(file); // whoever reads the script reports it
        }
    }

    private Problem unterminated(Change change, ScriptFile file, StatementScanner.Open open) {
        String place = file.path() + ":" + open.line();
        if (open.isForPsql()) {
            return new Problem(
                    ProblemCode.UNSUPPORTED_STATEMENT,
                    module.name(),
                    version(change),
                    place,
                    place + " has " + open.what() + ", which is a command to psql and no SQL.",
                    "Remove it: a migration is SQL alone. What pg_dump writes of this kind (\\restrict, \\unrestrict,"
                            + " \\connect) is not needed here.");
        }
        return new Problem(
                open.isBehindCopy() ? ProblemCode.UNSUPPORTED_STATEMENT : ProblemCode.UNTERMINATED,
                module.name(),
                version(change),
                place,
                place
                        + (open.isBehindCopy()
                                ? " has " + open.what() + "; the data begins on the next line."
                                : " opens " + open.what() + " that is never closed."),
                open.isBehindCopy() ? "Move it behind the line \\. that ends the data." : "Close it.");
    }

    private Script script(JavaFile file) {
        JavaSettings settings = new JavaSettings(
                module.schema(), module.history().table(), module.location().url(), givenPlaceholders());
        return new Script(
                file, List.of(), file.code().transactional(), file.code().work().apply(settings));
    }

    private Map<String, String> givenPlaceholders() {
        Map<String, String> given = new HashMap<>(placeholders);
        given.keySet().removeIf(PlaceholderValues::isReserved);
        return given;
    }

    private static String textWithValues(SqlFile file, Map<String, String> values) throws MissingValueException {
        return file.replacesPlaceholders() && Placeholders.areIn(file.text())
                ? Placeholders.replace(file.text(), PlaceholderValues.forFile(values, file))
                : file.text();
    }

    private static @Nullable String version(Change change) {
        return change.findVersion().map(Version::toString).orElse(null);
    }
}
