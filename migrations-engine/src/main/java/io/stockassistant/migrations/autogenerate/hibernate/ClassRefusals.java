package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.naming.Naming;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model as a class: what it is, what it is called, whose schema it is in, and that it has a key. */
final class ClassRefusals {

    private final String schema;
    private final Refusals.Sink problems;

    ClassRefusals(String schema, Refusals.Sink problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Whether it is a model at all; what is wrong with it otherwise is reported. */
    boolean isModel(Class<?> type) {
        String name = PropertyName.of(type);
        if (!type.isAnnotationPresent(Entity.class)) {
            problems.add(name + " is no model.", "Annotate it with @Entity.");
            return false;
        }
        Table table = type.getAnnotation(Table.class);
        if (table != null
                && (!table.catalog().isEmpty()
                        || !(table.schema().isEmpty() || table.schema().equals(schema)))) {
            problems.add(
                    name + " names the "
                            + (table.catalog().isEmpty() ? "schema " + table.schema() : "database " + table.catalog())
                            + ", and its module's schema is " + schema + ".",
                    "Leave it out of @Table: the module has one schema, and the table is in it.");
        }
        if (table == null || table.name().isEmpty()) {
            named(type);
        }
        key(type, name);
        return true;
    }

    private void named(Class<?> type) {
        try {
            Naming.tableOf(type);
        } catch (IllegalArgumentException tooLong) {
            problems.add(tooLong.getMessage() + ".", "Name the table of " + PropertyName.of(type) + " with @Table.");
        }
    }

    /** Which then has the key. */
    private static boolean hasModelAbove(Class<?> type) {
        for (@Nullable Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            if (each.isAnnotationPresent(Entity.class)) {
                return true;
            }
        }
        return false;
    }

    private void key(Class<?> type, String name) {
        if (hasModelAbove(type)) {
            return;
        }
        List<Field> keys = Declarations.fieldsOf(type)
                .filter(each -> each.isAnnotationPresent(Id.class) || each.isAnnotationPresent(EmbeddedId.class))
                .toList();
        boolean onMethods = Stream.of(type.getMethods())
                .anyMatch(each -> each.isAnnotationPresent(Id.class) || each.isAnnotationPresent(EmbeddedId.class));
        if (keys.isEmpty() && !onMethods) {
            problems.add(
                    name + " has no primary key.",
                    "Annotate a property with @Id; several, if the key has several columns.");
        }
        if (keys.size() > 1 && !type.isAnnotationPresent(IdClass.class)) {
            problems.add(
                    name + " has " + keys.size() + " properties with @Id and no class for its key.",
                    "Add @IdClass, with a record that has these properties.");
        }
    }
}
