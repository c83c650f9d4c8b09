package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.module.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** Names of one schema as SQL has them. */
record Names(String schema) {

    String qualified(String name) {
        return Identifiers.quote(schema) + "." + Identifiers.quote(name);
    }

    String of(Table table) {
        return qualified(table.getName());
    }

    String of(Table table, Column column) {
        return of(table) + "." + Identifiers.quote(column.getName());
    }

    /** In brackets. */
    static String joined(Collection<Column> columns) {
        return columns.stream()
                .map(each -> Identifiers.quote(each.getName()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static List<String> plain(Collection<? extends Selectable> columns) {
        return columns.stream().map(Selectable::getText).toList();
    }
}
