package io.stockassistant.migrations.autogenerate.hibernate;

import jakarta.persistence.Lob;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;

/** Column types as Hibernate chooses them, without lengths and precisions that no model asked for. */
final class ColumnTypes {

    private static final Pattern SECONDS = Pattern.compile("^(time|timestamp|interval second)\\(\\d+\\)");
    private static final Pattern NUMERIC = Pattern.compile("^numeric\\(\\d+, *\\d+\\)");

    private final Names names;
    private final Metadata metadata;

    ColumnTypes(Names names, Metadata metadata) {
        this.names = names;
        this.metadata = metadata;
    }

    String of(Column column, Optional<Field> field) {
        Optional<DatabaseEnum> ofDatabase = field.flatMap(DatabaseEnum::find);
        if (ofDatabase.isPresent()) {
            return ofDatabase.get().type(names);
        }
        String type = column.getSqlType(metadata);
        if (field.filter(ColumnTypes::isWritten).isPresent()) {
            return type;
        }
        if (type.equals("oid")) {
            return isText(field) ? "text" : "bytea";
        }
        if (column.getTemporalPrecision() == null) {
            type = SECONDS.matcher(type).replaceFirst("$1");
        }
        return column.getPrecision() == null ? NUMERIC.matcher(type).replaceFirst("numeric") : type;
    }

    /** Large objects of PostgreSQL stand in no table, and nobody deletes them with their row. */
    private static boolean isText(Optional<Field> field) {
        return field.filter(each -> each.isAnnotationPresent(Lob.class))
                .map(Field::getType)
                .filter(each -> each != byte[].class && each != Byte[].class)
                .isPresent();
    }

    static boolean isWritten(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return column != null && !column.columnDefinition().isBlank();
    }
}
