package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import java.util.List;
import java.util.stream.Collectors;

/** The expression that makes a value of a new type from one of the type that had its name before. */
final class ConvertedColumn {

    private ConvertedColumn() {}

    static String sql(Stage stage, CatalogObject column, CatalogObject wanted) {
        String type = column.get("type");
        String array = type.endsWith("[]") ? "[]" : "";
        return switch (wanted.kind()) {
            case ENUM -> column.name() + "::text" + array + "::" + type;
            case DOMAIN -> {
                String from = UserTypes.base(stage.now(), type);
                String to = UserTypes.base(stage.wanted(), type);
                yield MendedCasts.assigned(column.name(), from, to)
                        .orElse(column.name() + "::" + wanted.get("type") + array + "::" + type);
            }
            default -> {
                List<CatalogObject> before = stage.now().columns(wanted.qualified());
                String row = stage.wanted().columns(wanted.qualified()).stream()
                        .map(each ->
                                before.stream().anyMatch(other -> other.name().equals(each.name()))
                                        ? "(" + column.name() + ")." + each.name() + "::" + each.get("type")
                                        : "NULL::" + each.get("type"))
                        .collect(Collectors.joining(", "));
                yield "CASE WHEN " + column.name() + " IS DISTINCT FROM NULL THEN ROW(" + row + ")::" + type + " END";
            }
        };
    }
}
