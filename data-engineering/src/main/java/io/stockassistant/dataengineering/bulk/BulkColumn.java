package io.stockassistant.dataengineering.bulk;

import io.stockassistant.shared.naming.Naming;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A column of a table, and how its value is taken from a model. */
public final class BulkColumn<M extends Record> {

    private final String name;
    private final boolean key;
    private final Method accessor;
    private final BinaryType type;

    private BulkColumn(String name, boolean key, Method accessor, BinaryType type) {
        this.name = name;
        this.key = key;
        this.accessor = accessor;
        this.type = type;
    }

    static <M extends Record> BulkColumn<M> of(RecordComponent component) {
        Method accessor = component.getAccessor();
        // Models are package-private.
        accessor.setAccessible(true);
        Column column = component.getAccessor().getAnnotation(Column.class);
        String name = column == null || column.name().isEmpty() ? Naming.columnOf(component.getName()) : column.name();
        return new BulkColumn<>(
                name, accessor.isAnnotationPresent(Id.class), accessor, BinaryType.of(component.getType()));
    }

    String quotedName() {
        return '"' + name + '"';
    }

    boolean isKey() {
        return key;
    }

    BinaryType type() {
        return type;
    }

    void write(M row, BinaryRows target) throws SQLException {
        Object value = valueIn(row);
        if (value == null) {
            target.nothing();
        } else {
            type.write(value, target);
        }
    }

    @Nullable
    Object valueIn(M row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(accessor + " of " + row + " cannot be read", failure);
        }
    }
}
