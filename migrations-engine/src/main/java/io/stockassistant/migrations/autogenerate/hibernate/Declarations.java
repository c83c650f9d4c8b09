package io.stockassistant.migrations.autogenerate.hibernate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Which field of which class stands behind a column, and in which order: what Hibernate forgets, and sorts by name. */
final class Declarations {

    private final Map<Table, Map<String, Field>> fields = new HashMap<>();
    private final Map<Table, List<Class<?>>> classes = new LinkedHashMap<>();
    private final List<Clash> clashes = new ArrayList<>();

    /** Two properties of one model that have the same column. */
    record Clash(String column, Field first, Field second) {}

    private Declarations() {}

    static Declarations of(Metadata metadata) {
        Declarations declarations = new Declarations();
        for (PersistentClass each : metadata.getEntityBindings()) {
            declarations
                    .classes
                    .computeIfAbsent(each.getTable(), table -> new ArrayList<>())
                    .add(each.getMappedClass());
            declarations.declare(each.getMappedClass(), properties(each), new HashMap<>());
        }
        return declarations;
    }

    /** The models of a table, more than one where a hierarchy of classes shares it. */
    List<Class<?>> classesOf(Table table) {
        return classes.getOrDefault(table, List.of());
    }

    List<Clash> clashes() {
        return List.copyOf(clashes);
    }

    /** The field, if the column comes from one: a discriminator and the columns of a join table do not. */
    Optional<Field> find(Table table, Column column) {
        return Optional.ofNullable(fields.getOrDefault(table, Map.of()).get(column.getName()));
    }

    /** As their fields are declared, those of superclasses first; behind them those that come from no field. */
    List<Column> inOrder(Table table) {
        Map<String, Column> left = new LinkedHashMap<>();
        table.getColumns().forEach(each -> left.put(each.getName(), each));
        List<Column> columns = new ArrayList<>();
        fields.getOrDefault(table, Map.of()).keySet().forEach(name -> {
            Column column = left.remove(name);
            if (column != null) {
                columns.add(column);
            }
        });
        columns.addAll(left.values());
        return columns;
    }

    /** @param own what this model has declared until now, by column */
    private void declare(Class<?> type, Map<String, Property> properties, Map<String, Field> own) {
        fieldsOf(type).forEach(field -> {
            Property property = properties.get(field.getName());
            if (property != null) {
                declare(property.getValue(), field, own);
            }
        });
    }

    private void declare(Value value, Field field, Map<String, Field> own) {
        if (value instanceof Component component) {
            declare(component.getComponentClass(), byName(component.getProperties()), own);
        } else {
            value.getColumns().forEach(column -> declare(value, column, field, own));
        }
    }

    private void declare(Value value, Column column, Field field, Map<String, Field> own) {
        fields.computeIfAbsent(value.getTable(), table -> new LinkedHashMap<>()).putIfAbsent(column.getName(), field);
        Field other = own.putIfAbsent(value.getTable().getName() + "." + column.getName(), field);
        if (other != null && value.hasAnyInsertableColumns()) {
            clashes.add(new Clash(column.getName(), other, field));
        }
    }

    /** A key of several properties is a component without a property of its own. */
    private static Map<String, Property> properties(PersistentClass type) {
        Map<String, Property> properties = byName(type.getPropertyClosure());
        Property key = type.getIdentifierProperty();
        if (key != null) {
            properties.put(key.getName(), key);
        } else if (type.getIdentifier() instanceof Component component) {
            properties.putAll(byName(component.getProperties()));
        }
        return properties;
    }

    private static Map<String, Property> byName(List<Property> properties) {
        Map<String, Property> byName = new HashMap<>();
        properties.forEach(each -> byName.put(each.getName(), each));
        return byName;
    }

    static Stream<Field> fieldsOf(Class<?> type) {
        List<Class<?>> hierarchy = new ArrayList<>();
        for (@Nullable Class<?> each = type; each != null; each = each.getSuperclass()) {
            hierarchy.add(0, each);
        }
        return hierarchy.stream()
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic());
    }
}
