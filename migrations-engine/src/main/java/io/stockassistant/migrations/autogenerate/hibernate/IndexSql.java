package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.module.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** CREATE INDEX for those that are no constraint. */
final class IndexSql {

    private IndexSql() {}

    static List<String> of(Table table, Names names) {
        return new TreeMap<>(table.getIndexes())
                .values().stream().map(each -> create(table, each, names)).toList();
    }

    private static String create(Table table, Index index, Names names) {
        String columns = index.getSelectables().stream()
                .map(each -> text(each) + order(index, each))
                .collect(Collectors.joining(", ", "(", ")"));
        String options = index.getOptions();
        return "CREATE INDEX " + Identifiers.quote(index.getName()) + " ON " + names.of(table) + " " + columns
                + (options == null || options.isBlank() ? "" : " " + options.strip());
    }

    private static String text(Selectable column) {
        return column.isFormula() ? column.getText() : Identifiers.quote(column.getText());
    }

    private static String order(Index index, Selectable column) {
        String order = index.getSelectableOrderMap().get(column);
        return order == null ? "" : " " + order.toUpperCase(Locale.ROOT);
    }
}
