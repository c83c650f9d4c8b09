package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the statements of one script. */
final class ScriptChecks {

    private final Module module;
    private final Change change;
    private final SqlFile file;
    private final List<Statement> statements;
    private final boolean undo;
    private final List<Problem> problems;

    ScriptChecks(
            Module module,
            Change change,
            SqlFile file,
            List<Statement> statements,
            boolean undo,
            List<Problem> problems) {
        this.module = module;
        this.change = change;
        this.file = file;
        this.statements = statements;
        this.undo = undo;
        this.problems = problems;
    }

    /** Adds what is wrong; says whether the script runs in a transaction. */
    boolean check() {
        Boolean configured = file.executeInTransaction();
        boolean noWayBack = undo && file.header().findIrreversible().isPresent();
        if (statements.isEmpty() && !noWayBack) {
            add(
                    ProblemCode.EMPTY_MIGRATION,
                    1,
                    "holds no statement.",
                    "Write the change into it, or delete the file" + (undo ? "." : " and its U file."));
        }
        statements.forEach(this::checkSchema);
        statements.forEach(this::checkSetting);
        boolean transactional =
                configured != null ? configured : statements.stream().allMatch(Statement::transactional);
        if (transactional) {
            statements.forEach(this::checkTransactional);
        } else if (configured == null) {
            checkMixed();
        }
        return transactional;
    }

    private void checkSchema(Statement statement) {
        if (Keywords.ownsSchema(statement, module.schema(), false)) {
            add(
                    ProblemCode.OWN_SCHEMA,
                    statement.firstLine(),
                    "creates the schema " + module.schema() + " of its module, which is there already by then.",
                    "Remove the statement, or write CREATE SCHEMA IF NOT EXISTS.");
        }
        if (Keywords.ownsSchema(statement, module.schema(), true)) {
            add(
                    ProblemCode.OWN_SCHEMA,
                    statement.firstLine(),
                    "drops the schema " + module.schema() + " of its module, and the history in it.",
                    "Remove the statement: an empty schema is the base of a module.");
        }
    }

    private void checkSetting(Statement statement) {
        if (Keywords.isUnusableSetting(statement)) {
            add(
                    ProblemCode.UNSUPPORTED_STATEMENT,
                    statement.firstLine(),
                    "has " + firstWords(statement) + ", which the connection that runs it does not survive, or which"
                            + " would come too late.",
                    "Remove it: scripts are UTF-8, dates are ISO, and a string with escapes is written E'…'.");
        } else if (Keywords.isCopyToClient(statement)) {
            add(
                    ProblemCode.UNSUPPORTED_STATEMENT,
                    statement.firstLine(),
                    "has COPY … TO STDOUT, whose rows nobody would take.",
                    "Remove it, or copy into a table.");
        } else if (Keywords.isDiscardAll(statement) && statements.size() > 1) {
            add(
                    ProblemCode.UNSUPPORTED_STATEMENT,
                    statement.firstLine(),
                    "has DISCARD ALL beside other statements, which would run without their search path and lock.",
                    "Remove it: every migration begins with a clean session.");
        }
    }

    private void checkTransactional(Statement statement) {
        boolean control = Keywords.isTransactionControl(statement);
        if (control || (Keywords.isNonTransactional(statement) && file.executeInTransaction() == null)) {
            String what = firstWords(statement);
            add(
                    ProblemCode.NEEDS_CONF,
                    statement.firstLine(),
                    control
                            ? "has " + what + ", but a migration already is one transaction together with its row."
                            : "has " + what + ", which PostgreSQL refuses in a transaction.",
                    (control ? "Remove it, or write" : "Write") + " the line executeInTransaction=false into "
                            + file.path() + ScriptConf.SUFFIX + ".");
        }
    }

    private void checkMixed() {
        statements.stream()
                .filter(Statement::transactional)
                .filter(Keywords::isNonTransactional)
                .forEach(this::checkTransactional);
        Optional<Statement> inside = statements.stream()
                .filter(Statement::transactional)
                .filter(each -> !Keywords.isNonTransactional(each))
                .findFirst();
        Optional<Statement> outside =
                statements.stream().filter(each -> !each.transactional()).findFirst();
        if (inside.isPresent() && outside.isPresent()) {
            add(
                    ProblemCode.MIXED_TRANSACTIONS,
                    outside.get().firstLine(),
                    "mixes " + firstWords(outside.get()) + ", which PostgreSQL refuses in a transaction, with "
                            + firstWords(inside.get()) + " (line "
                            + inside.get().firstLine() + "), which needs one.",
                    "Move one of them to a migration of its own.");
        }
    }

    private static String firstWords(Statement statement) {
        String[] words = statement.body().strip().split("\\s+", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(words.length, 4)));
    }

    private void add(ProblemCode code, int line, String what, @Nullable String remedy) {
        String place = file.path() + ":" + line;
        problems.add(new Problem(
                code,
                module.name(),
                change.findVersion().map(Version::toString).orElse(null),
                place,
                place + " " + what,
                remedy == null ? "" : remedy));
    }
}
