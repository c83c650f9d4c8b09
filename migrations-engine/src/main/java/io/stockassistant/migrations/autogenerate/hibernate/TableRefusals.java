package io.stockassistant.migrations.autogenerate.hibernate;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.SerializableJavaType;

/** A table whose columns do not fit together. */
final class TableRefusals {

    private final BootModel boot;
    private final Declarations declarations;
    private final Refusals.Sink problems;

    TableRefusals(BootModel boot, Declarations declarations, Refusals.Sink problems) {
        this.boot = boot;
        this.declarations = declarations;
        this.problems = problems;
    }

    void check(Table table) {
        twoModels(table);
        List<Column> columns = declarations.inOrder(table);
        columns.forEach(each -> declarations.find(table, each).ifPresent(field -> serialized(each, field)));
        table.getIndexes().forEach((name, index) -> columnsOf("index " + name, index.getSelectables(), table));
        table.getUniqueKeys().forEach((name, key) -> columnsOf("unique constraint " + name, key.getColumns(), table));
        checks(table, columns);
    }

    private void twoModels(Table table) {
        List<Class<?>> unrelated = declarations.classesOf(table).stream()
                .filter(each -> declarations.classesOf(table).stream()
                        .noneMatch(other -> other != each && other.isAssignableFrom(each)))
                .toList();
        if (unrelated.size() > 1) {
            problems.add(
                    "Two models have the table " + table.getName() + ": "
                            + String.join(
                                    ", ",
                                    unrelated.stream().map(PropertyName::of).toList()) + ".",
                    "Give one of them another name with @Table.");
        }
    }

    /** Hibernate would write Java's own byte stream, which no SQL can read. */
    private void serialized(Column column, Field field) {
        if (!ColumnTypes.isWritten(field)
                && column.getValue() instanceof BasicValue value
                && isForeign(value.resolve().getDomainJavaType())) {
            problems.add(
                    "A " + field.getType().getSimpleName() + ", the type of " + PropertyName.of(field)
                            + ", has no column type of its own.",
                    "Say which it is: @Column(columnDefinition = \"…\").");
        }
    }

    private static boolean isForeign(JavaType<?> type) {
        return type instanceof ForeignType || type instanceof SerializableJavaType;
    }

    private void columnsOf(String subject, List<? extends Selectable> named, Table table) {
        List<String> known = Names.plain(declarations.inOrder(table));
        named.stream()
                .filter(each -> !each.isFormula() && !known.contains(each.getText()))
                .forEach(each -> problems.add(
                        "The " + subject + " names the column " + each.getText() + ", which " + whose(table)
                                + " does not have.",
                        "Write one of its columns: " + String.join(", ", known) + "."));
    }

    private String whose(Table table) {
        return declarations.classesOf(table).stream()
                .findFirst()
                .map(PropertyName::of)
                .orElse(table.getName());
    }

    private void checks(Table table, List<Column> columns) {
        Map<String, String> seen = new HashMap<>();
        for (Checks.Check each : Checks.of(table, columns, declarations, boot.dialect())) {
            String other = seen.putIfAbsent(each.name(), each.definition());
            if (other != null) {
                problems.add(
                        "Two checks of " + whose(table) + " are both called " + each.name() + ": "
                                + String.join(
                                        " and ",
                                        Stream.of(other, each.definition()).toList()) + ".",
                        "Give one of them a name: @CheckConstraint(name = \"ck_…\", constraint = …).");
            }
        }
    }
}
