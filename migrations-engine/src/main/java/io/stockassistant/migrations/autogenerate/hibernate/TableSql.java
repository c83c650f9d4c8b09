package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.shared.naming.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** CREATE TABLE with columns, primary key, unique constraints and checks, all of them with names. */
final class TableSql {

    private final Table table;
    private final Names names;
    private final BootModel boot;
    private final Declarations declarations;

    TableSql(Table table, Names names, BootModel boot, Declarations declarations) {
        this.table = table;
        this.names = names;
        this.boot = boot;
        this.declarations = declarations;
    }

    String create() {
        List<String> parts = new ArrayList<>();
        List<Column> columns = declarations.inOrder(table);
        ColumnSql sql = new ColumnSql(table, names, boot);
        columns.forEach(each -> parts.add(sql.define(each, declarations.find(table, each))));
        primaryKey(columns).ifPresent(parts::add);
        uniqueKeys(columns).forEach((name, definition) -> parts.add(constraint(name, definition)));
        Checks.of(table, columns, declarations, boot.dialect())
                .forEach(each -> parts.add(constraint(each.name(), each.definition())));
        String options = table.getOptions();
        return "CREATE TABLE " + names.of(table) + " (\n    " + String.join(",\n    ", parts) + "\n)"
                + (options == null || options.isBlank() ? "" : " " + options.strip());
    }

    private static String constraint(String name, String definition) {
        return "CONSTRAINT " + Identifiers.quote(name) + " " + definition;
    }

    /** Its columns in the order of their declaration. */
    private Optional<String> primaryKey(List<Column> columns) {
        PrimaryKey key = table.getPrimaryKey();
        if (key == null) {
            return Optional.empty();
        }
        List<Column> keyColumns =
                columns.stream().filter(key.getColumns()::contains).toList();
        return Optional.of(constraint(
                ConstraintKind.PRIMARY_KEY.nameOf(table.getName(), Names.plain(keyColumns)),
                "PRIMARY KEY " + Names.joined(keyColumns)));
    }

    /** Those of columns first; one that is said twice stands once. */
    private Map<String, String> uniqueKeys(List<Column> columns) {
        Map<String, String> keys = new TreeMap<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            keys.put(key.getName(), unique(key));
        }
        for (Column column : columns) {
            String definition = "UNIQUE " + Names.joined(List.of(column));
            if (column.isUnique() && !isWholeKey(column) && !keys.containsValue(definition)) {
                keys.put(ConstraintKind.UNIQUE.nameOf(table.getName(), List.of(column.getName())), definition);
            }
        }
        return keys;
    }

    private boolean isWholeKey(Column column) {
        PrimaryKey key = table.getPrimaryKey();
        return key != null && key.getColumns().equals(List.of(column));
    }

    private static String unique(UniqueKey key) {
        UniqueOptions options = UniqueOptions.parse(key.getOptions());
        return "UNIQUE " + options.before() + Names.joined(key.getColumns()) + options.behind();
    }
}
