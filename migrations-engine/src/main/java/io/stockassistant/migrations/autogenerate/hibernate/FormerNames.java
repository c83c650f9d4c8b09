package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.FormerName;
import io.stockassistant.shared.persistence.RenamedFrom;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** What classes, fields and constants of enums say with {@code @RenamedFrom}. */
final class FormerNames {

    private final List<FormerName> found = new ArrayList<>();

    private FormerNames() {}

    static List<FormerName> of(Collection<Table> tables, Collection<DatabaseEnum> enums, Declarations declarations) {
        FormerNames names = new FormerNames();
        for (Table table : tables) {
            for (Class<?> type : declarations.classesOf(table)) {
                names.add(type, table.getName(), Optional.empty(), PropertyName.of(type));
            }
            for (Column column : declarations.inOrder(table)) {
                declarations
                        .find(table, column)
                        .ifPresent(field -> names.add(
                                field, table.getName(), Optional.of(column.getName()), PropertyName.of(field)));
            }
        }
        for (DatabaseEnum type : enums) {
            type.constantsByLabel()
                    .forEach((label, constant) ->
                            names.add(constant, type.name(), Optional.of(label), PropertyName.of(constant)));
        }
        return names.found;
    }

    private void add(AnnotatedElement element, String owner, Optional<String> part, String where) {
        RenamedFrom was = element.getAnnotation(RenamedFrom.class);
        if (was != null) {
            found.add(new FormerName(owner, part, was.value(), where));
        }
    }
}
