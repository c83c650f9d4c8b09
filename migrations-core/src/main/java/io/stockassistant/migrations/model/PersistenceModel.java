package io.stockassistant.migrations.model;

import io.stockassistant.shared.naming.Naming;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class that says what a table holds.
 *
 * @param type with {@code @Entity}, not initialised
 * @param table its name; the schema is the module's
 */
public record PersistenceModel(Class<?> type, String table) {

    /**
     * The model that a class is.
     *
     * @throws IllegalArgumentException if its table has no name of its own and would get one that is too long
     */
    public static PersistenceModel of(Class<?> type) {
        return new PersistenceModel(type, tableOf(type));
    }

    private static String tableOf(Class<?> type) {
        Class<?> owner = owner(type);
        return Optional.ofNullable(owner.getAnnotation(Table.class))
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Naming.tableOf(owner));
    }

    /** Without word of another way, all entities that extend one lie in the table of that one. */
    private static Class<?> owner(Class<?> type) {
        Class<?> owner = type;
        for (@Nullable Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            if (each.isAnnotationPresent(Entity.class)) {
                owner = each;
            }
        }
        Inheritance how = owner.getAnnotation(Inheritance.class);
        return how == null || how.strategy() == InheritanceType.SINGLE_TABLE ? owner : type;
    }
}
