package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.history.Literals;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * An enum of the database that a property with {@code EnumType.STRING} names as its {@code columnDefinition}: one word,
 * in the module's schema, made with the constants in their order.
 */
record DatabaseEnum(String name, boolean array, Class<?> constants) {

    private static final Pattern ONE_WORD = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(\\[])?");
    /** Types of the server that hold the names of constants as they are. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "character", "bpchar", "name", "citext");

    /** Looks at every column once; two enums of one name are a refusal of {@link Refusals}. */
    static Map<String, DatabaseEnum> of(Collection<Table> tables, Declarations declarations) {
        Map<String, DatabaseEnum> all = new TreeMap<>();
        for (Table table : tables) {
            table.getColumns()
                    .forEach(column -> declarations
                            .find(table, column)
                            .flatMap(DatabaseEnum::find)
                            .ifPresent(each -> all.put(each.name, each)));
        }
        return all;
    }

    static Optional<DatabaseEnum> find(Field field) {
        Column column = field.getAnnotation(Column.class);
        Enumerated how = field.getAnnotation(Enumerated.class);
        if (column == null || how == null || how.value() != EnumType.STRING) {
            return Optional.empty();
        }
        Matcher word = ONE_WORD.matcher(column.columnDefinition().strip());
        if (!word.matches() || TEXTS.contains(word.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return constants(field).map(each -> new DatabaseEnum(word.group(1), word.group(2) != null, each));
    }

    private static Optional<Class<?>> constants(Field field) {
        @Nullable Class<?> type = field.getType();
        if (type.isArray()) {
            type = type.getComponentType();
        } else if (field.getGenericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            type = arguments.length == 1 && arguments[0] instanceof Class<?> element ? element : null;
        }
        return type != null && type.isEnum() ? Optional.of(type) : Optional.empty();
    }

    String type(Names names) {
        return names.qualified(name) + (array ? "[]" : "");
    }

    String create(Names names) {
        return "CREATE TYPE " + names.qualified(name) + " AS ENUM ("
                + constantsByLabel().keySet().stream().map(Literals::quote).collect(Collectors.joining(", ")) + ")";
    }

    /** In their order; a label is the constant's name, or what {@code @EnumeratedValue} makes of it. */
    Map<String, Field> constantsByLabel() {
        Optional<Field> value = Stream.of(constants.getDeclaredFields())
                .filter(each -> each.isAnnotationPresent(EnumeratedValue.class))
                .findFirst();
        Map<String, Field> labels = new LinkedHashMap<>();
        for (Object constant : constants.getEnumConstants()) {
            Field field = field(((Enum<?>) constant).name());
            labels.put(value.map(each -> valueOf(each, constant)).orElseGet(field::getName), field);
        }
        return labels;
    }

    private Field field(String constant) {
        try {
            return constants.getDeclaredField(constant);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constants.getName() + "." + constant, e);
        }
    }

    private static String valueOf(Field field, Object constant) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(constant));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(PropertyName.of(field), e);
        }
    }
}
