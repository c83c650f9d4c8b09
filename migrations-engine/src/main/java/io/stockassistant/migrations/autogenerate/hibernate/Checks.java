package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.naming.ConstraintKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** The checks of a table: those that its model writes down, and the closed set of constants of each enum. */
final class Checks {

    /** Texts between quotes, and words; a quoted name is both, and is looked at without its quotes. */
    private static final Pattern WORDS =
            Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)");

    /** @param columns those that it reads */
    record Check(String name, String definition, List<String> columns, boolean named) {}

    private Checks() {}

    static List<Check> of(Table table, List<Column> columns, Declarations declarations, Dialect dialect) {
        List<Check> checks = new ArrayList<>();
        for (Column column : columns) {
            List<CheckConstraint> all = column.getCheckConstraints();
            boolean written = declarations
                            .find(table, column)
                            .filter(ColumnTypes::isWritten)
                            .isPresent()
                    || all.stream().anyMatch(each -> !isOfEnum(each, column, dialect));
            all.stream()
                    .filter(each -> !written || !isOfEnum(each, column, dialect))
                    .forEach(each -> checks.add(check(table, each, List.of(column.getName()))));
        }
        table.getChecks().forEach(each -> checks.add(check(table, each, columnsIn(each.getConstraint(), columns))));
        return checks;
    }

    private static boolean isOfEnum(CheckConstraint check, Column column, Dialect dialect) {
        return check.isAnonymous()
                && column.getValue() instanceof BasicValue value
                && Objects.equals(
                        check.getConstraint(),
                        value.resolve()
                                .getLegacyResolvedBasicType()
                                .getCheckCondition(column.getQuotedName(dialect), dialect));
    }

    private static Check check(Table table, CheckConstraint check, List<String> columns) {
        String given = check.getName();
        boolean named = given != null && !given.isBlank();
        // A check that reads no column is named after its table alone.
        String name = named && given != null
                ? given
                : ConstraintKind.CHECK.nameOf(table.getName(), columns.isEmpty() ? List.of("table") : columns);
        String options = check.getOptions();
        return new Check(
                name,
                "CHECK (" + check.getConstraint() + ")"
                        + (options == null || options.isBlank() ? "" : " " + options.strip()),
                columns,
                named);
    }

    /** Which columns an expression names, in the table's order. */
    static List<String> columnsIn(String expression, List<Column> columns) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORDS.matcher(expression);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1).replace("\"\"", "\""));
            } else if (matcher.group(2) != null) {
                words.add(matcher.group(2).toLowerCase(Locale.ROOT));
            }
        }
        return columns.stream().map(Column::getName).filter(words::contains).toList();
    }
}
