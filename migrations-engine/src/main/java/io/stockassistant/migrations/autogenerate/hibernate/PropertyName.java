package io.stockassistant.migrations.autogenerate.hibernate;

import java.lang.reflect.Field;

/** A property as messages call it. */
final class PropertyName {

    private PropertyName() {}

    /** For example {@code OrderModel.placedAt}. */
    static String of(Field field) {
        return of(field.getDeclaringClass()) + "." + field.getName();
    }

    /** The simple name, with those of the classes around it. */
    static String of(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return around == null ? type.getSimpleName() : of(around) + "." + type.getSimpleName();
    }
}
