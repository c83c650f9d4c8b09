package io.stockassistant.migrations.testing.models;

import io.stockassistant.migrations.model.PersistenceModel;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a class says about its table.
 *
 * @param schema if it names one, which is the module's to do
 */
record Model(Class<?> type, String table, Optional<String> schema, String comment, List<ModelColumn> columns) {

    static Model of(Class<?> type) {
        Optional<Table> table = Optional.ofNullable(type.getAnnotation(Table.class));
        return new Model(
                type,
                PersistenceModel.of(type).table(),
                table.map(Table::schema).filter(schema -> !schema.isEmpty()),
                table.map(Table::comment).orElse(""),
                fields(type).map(ModelColumn::of).toList());
    }

    List<String> key() {
        return columns.stream()
                .filter(ModelColumn::isKey)
                .map(ModelColumn::name)
                .toList();
    }

    /** Those of a record are its components; those of superclasses come first. */
    private static Stream<Field> fields(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each == type || each.isAnnotationPresent(MappedSuperclass.class)) {
                classes.add(0, each);
            }
        }
        return classes.stream()
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(Model::isStored);
    }

    private static boolean isStored(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    static boolean isKey(Field field) {
        return field.isAnnotationPresent(Id.class);
    }
}
