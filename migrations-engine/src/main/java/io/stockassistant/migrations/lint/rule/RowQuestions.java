package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.RowQuestion;
import io.stockassistant.migrations.lint.RowQuestion.Named;
import io.stockassistant.migrations.lint.Scene;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What to ask the rows of a database, where that can be said in one SELECT. */
final class RowQuestions {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\",()]+)";
    private static final String NAMES = "\\((" + NAME + "(?:, " + NAME + ")*)\\)";

    /** Of a key that refers to several columns some of which may be NULL, or to a period, not every form is understood. */
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY " + NAMES + " REFERENCES \\S+?" + NAMES
            + "(?! MATCH FULL)(?: ON .*| DEFERRABLE.*| NOT VALID.*)?");

    private static final Pattern COMMA = Pattern.compile(", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final Scene scene;
    private final TableChange change;

    RowQuestions(Scene scene, TableChange change) {
        this.scene = scene;
        this.change = change;
    }

    Optional<RowQuestion> ofNulls(int column, String name) {
        return of(List.of(column), "SELECT FROM " + change.table() + " WHERE " + name + " IS NULL", "NULL in " + name);
    }

    /** @param condition that all rows fulfil, with parentheses around it */
    Optional<RowQuestion> ofCheck(Constraint check, String condition) {
        String inherited = check.definition().contains(" NO INHERIT") ? "ONLY " : "";
        return of(
                check.columns(),
                "SELECT FROM " + inherited + change.table() + " WHERE NOT " + condition,
                "values that break " + check.name());
    }

    Optional<RowQuestion> ofMisfits(int column, String condition, String what) {
        return of(List.of(column), "SELECT FROM " + change.table() + " WHERE " + condition, what);
    }

    Optional<RowQuestion> ofDuplicates(Index index) {
        String key = ColumnNames.of(change.after(), index.columns());
        String notNull = index.definition().contains(" NULLS NOT DISTINCT") ? "" : condition(index);
        int where = index.definition().indexOf(" WHERE ");
        if (index.columns().contains(0) || where != index.definition().lastIndexOf(" WHERE ")) {
            return Optional.empty();
        }
        String part = where < 0 ? "" : index.definition().substring(where + " WHERE ".length());
        String conditions = notNull.isEmpty() || part.isEmpty() ? notNull + part : notNull + " AND (" + part + ")";
        return Optional.of(question(
                List.of(new Named(change.before(), index.columns())),
                "SELECT FROM " + alone(change.table()) + (conditions.isEmpty() ? "" : " WHERE " + conditions)
                        + " GROUP BY " + key + " HAVING count(*) > 1",
                "value of (" + key + ") in more than one row",
                "values of (" + key + ") in more than one row"));
    }

    private String condition(Index index) {
        return index.columns().stream()
                .flatMap(each -> change.after().findColumn(each).stream())
                .map(each -> each.name() + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    /** Rows whose key is in no row of the table that they refer to. */
    Optional<RowQuestion> ofOrphans(Constraint key) {
        Matcher definition = FOREIGN_KEY.matcher(key.definition());
        Optional<TableState> target = new Partitions(scene).find(key.target());
        if (!definition.matches() || target.isEmpty()) {
            return Optional.empty();
        }
        List<String> own = List.of(COMMA.split(definition.group(1)));
        List<String> others = List.of(COMMA.split(definition.group(2)));
        List<Integer> numbers = others.stream()
                .flatMap(name -> target.get().columns().stream()
                        .filter(each -> each.name().equals(name))
                        .map(each -> each.number()))
                .toList();
        String notNull = own.stream().map(each -> "a." + each + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, own.size())
                .mapToObj(each -> "b." + others.get(each) + " = a." + own.get(each))
                .collect(Collectors.joining(" AND "));
        return Optional.of(question(
                List.of(new Named(change.before(), key.columns()), new Named(target.get(), numbers)),
                "SELECT FROM " + alone(change.table()) + " a WHERE " + notNull + " AND NOT EXISTS (SELECT FROM "
                        + alone(target.get().relation()) + " b WHERE " + same + ")",
                "row that refers to none of " + target.get().relation(),
                "rows that refer to none of " + target.get().relation()));
    }

    /** Keys are of one table, whatever inherits from it. */
    private static String alone(Relation table) {
        return table.kind() == Relation.Kind.TABLE ? "ONLY " + table : table.qualified();
    }

    private Optional<RowQuestion> of(List<Integer> columns, String rows, String what) {
        return columns.contains(0)
                ? Optional.empty()
                : Optional.of(question(
                        List.of(new Named(change.before(), columns)), rows, "row with " + what, "rows with " + what));
    }

    private RowQuestion question(List<Named> tables, String rows, String one, String many) {
        return new RowQuestion(scene.migration().module().schema(), tables, rows, one, many);
    }
}
