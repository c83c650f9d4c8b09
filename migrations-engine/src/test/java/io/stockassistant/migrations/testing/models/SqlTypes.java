package io.stockassistant.migrations.testing.models;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The column type of a property: the one that is written down, otherwise that of its Java type. */
final class SqlTypes {

    /** What Jakarta Persistence takes where nobody says how long a text may be. */
    private static final int DEFAULT_LENGTH = 255;

    private static final Map<Class<?>, String> FIXED = Map.ofEntries(
            Map.entry(Boolean.class, "boolean"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Short.class, "smallint"),
            Map.entry(short.class, "smallint"),
            Map.entry(Integer.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Long.class, "bigint"),
            Map.entry(long.class, "bigint"),
            Map.entry(Float.class, "real"),
            Map.entry(float.class, "real"),
            Map.entry(Double.class, "double precision"),
            Map.entry(double.class, "double precision"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(Instant.class, "timestamptz"));

    private SqlTypes() {}

    static Optional<String> find(Field field) {
        @Nullable Column column = field.getAnnotation(Column.class);
        if (column != null && !column.columnDefinition().isBlank()) {
            return Optional.of(column.columnDefinition());
        }
        Class<?> type = field.getType();
        if (type.isEnum()) {
            Enumerated how = field.getAnnotation(Enumerated.class);
            return Optional.of(how != null && how.value() == EnumType.STRING ? text(column) : "smallint");
        }
        if (type == String.class) {
            return Optional.of(field.isAnnotationPresent(Lob.class) ? "text" : text(column));
        }
        if (type == BigDecimal.class) {
            return Optional.of(number(column));
        }
        return Optional.ofNullable(FIXED.get(type));
    }

    private static String text(@Nullable Column column) {
        return "varchar(" + (column == null ? DEFAULT_LENGTH : column.length()) + ")";
    }

    private static String number(@Nullable Column column) {
        return column == null || column.precision() == 0
                ? "numeric"
                : "numeric(" + column.precision() + ", " + column.scale() + ")";
    }
}
