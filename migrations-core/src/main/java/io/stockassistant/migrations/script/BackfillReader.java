package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.Placeholders;
import io.stockassistant.migrations.flyway.Placeholders.MissingValueException;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the backfills of a module, and refuses what could not run in batches. */
public final class BackfillReader {

    private static final Set<String> WORK = Set.of("update", "insert", "delete", "merge", "with", "select", "call");
    private static final Set<String> QUERY = Set.of("select", "with", "table", "values");
    private static final String EXAMPLE = "UPDATE … WHERE id BETWEEN :from AND :to";

    private final Module module;
    private final Map<String, String> placeholders;

    /** @param placeholders values by full name, such as {@code flyway:defaultSchema} */
    public BackfillReader(Module module, Map<String, String> placeholders) {
        this.module = module;
        this.placeholders = Map.copyOf(placeholders);
    }

    /**
     * Reads one.
     *
     * @throws ProblemException with everything that is wrong with it
     */
    public BackfillScript read(Backfill backfill) {
        List<Problem> problems = new ArrayList<>();
        Optional<BackfillScript> script = read(backfill, problems);
        ProblemException.throwIfAny(problems);
        return script.orElseThrow();
    }

    /**
     * The same.
     *
     * @param problems receives everything that is wrong with it
     * @return empty when there was something wrong
     */
    public Optional<BackfillScript> read(Backfill backfill, List<Problem> problems) {
        int before = problems.size();
        try {
            backfill.file()
                    .header()
                    .mistakes()
                    .forEach(each -> problems.add(problem(
                            backfill,
                            each.line(),
                            "has the header line '" + each.text() + "', which does not count: " + each.reason()
                                    + ".")));
            Optional<BackfillScript> script = backfill.file() instanceof BackfillClass type
                    ? readClass(backfill, type, problems)
                    : readFile(backfill, (SqlFile) backfill.file(), problems);
            return problems.size() == before ? script : Optional.empty();
        } catch (MissingValueException e) {
            problems.add(problem(
                    backfill,
                    1,
                    "has the placeholder " + e.placeholder() + ", which has no value: give it one with --placeholder"
                            + " NAME=VALUE."));
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return Optional.empty();
    }

    private Optional<BackfillScript> readClass(Backfill backfill, BackfillClass type, List<Problem> problems) {
        return BackfillHeader.ofLines(
                        type.headerLines(), (mistake, line) -> problems.add(problem(backfill, line, mistake + ".")))
                .map(header -> new BackfillScript(
                        backfill, header, type, type.findCheck().orElse(null)));
    }

    private Optional<BackfillScript> readFile(Backfill backfill, SqlFile file, List<Problem> problems)
            throws MissingValueException {
        int before = problems.size();
        String text = file.replacesPlaceholders()
                ? Placeholders.replace(file.text(), PlaceholderValues.forFile(placeholders, file))
                : file.text();
        Optional<BackfillHeader> header =
                BackfillHeader.read(text, (mistake, line) -> problems.add(problem(backfill, line, mistake + ".")));
        StatementScanner scanned = StatementScanner.scan(text);
        scanned.findOpen()
                .ifPresent(open -> problems.add(
                        problem(backfill, open.line(), "opens " + open.what() + " that is never closed.")));
        List<Statement> statements =
                scanned.statements().stream().map(Keywords::toStatement).toList();
        if (problems.size() == before) {
            new Checks(backfill, problems).check(statements);
        }
        return problems.size() > before
                ? Optional.empty()
                : header.map(each -> new BackfillScript(
                        backfill,
                        each,
                        RangeSql.of(statements.get(0)),
                        statements.size() > 1 ? RangeSql.of(statements.get(1)) : null));
    }

    private Problem problem(Backfill backfill, int line, String what) {
        boolean inJava = backfill.file() instanceof BackfillClass;
        String place = backfill.file().place(line);
        return new Problem(
                ProblemCode.INVALID_BACKFILL,
                module.name(),
                backfill.version().toString(),
                place,
                place + " " + what,
                inJava
                        ? "A backfill in Java says its table and key: @MigrationHeader({\"table: name\", \"key: id\"})."
                        : "A backfill has the header lines '-- table: name' and '-- key: column', and a statement such"
                                + " as " + EXAMPLE + ".");
    }

    /** What can be wrong with the statements of one. */
    private final class Checks {

        private final Backfill backfill;
        private final List<Problem> problems;

        Checks(Backfill backfill, List<Problem> problems) {
            this.backfill = backfill;
            this.problems = problems;
        }

        void check(List<Statement> statements) {
            if (statements.isEmpty()) {
                add(1, "holds no statement.");
                return;
            }
            Statement work = statements.get(0);
            if (!WORK.contains(firstWord(work))) {
                add(work.firstLine(), "begins with " + firstWord(work) + ", which does nothing for a range of keys.");
            } else if (!RangeSql.of(work).names().containsAll(Set.of("from", "to"))) {
                add(
                        work.firstLine(),
                        "has a statement without :from and :to, which would do the whole table with every batch.");
            }
            if (statements.size() > 1 && !QUERY.contains(firstWord(statements.get(1)))) {
                add(
                        statements.get(1).firstLine(),
                        "has a second statement that is no query: it is the one that finds rows still to do.");
            }
            if (statements.size() > 2) {
                add(statements.get(2).firstLine(), "has more than a statement and a query for what is left.");
            }
        }

        private void add(int line, String what) {
            problems.add(problem(backfill, line, what));
        }

        private static String firstWord(Statement statement) {
            return statement
                    .body()
                    .replaceFirst("^[(\\s]+", "")
                    .split("[^A-Za-z]", 2)[0]
                    .toLowerCase(Locale.ROOT);
        }
    }
}
