package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of a table in words. */
final class ColumnNames {

    private ColumnNames() {}

    /** As they stand in a list in SQL. */
    static String of(TableState table, List<Integer> numbers) {
        return numbers.stream()
                .flatMap(each -> table.findColumn(each).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    static String of(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** By which single rows can be told apart. */
    static String ofKey(TableState table) {
        return table.constraints().stream()
                .filter(each -> each.kind() == ConstraintKind.PRIMARY_KEY)
                .map(each -> of(table, each.columns()))
                .findFirst()
                .orElse("ctid");
    }
}
