package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values that the columns of a table may take, as SQL. */
final class Candidates {

    /** Stands for a number that differs from row to row, from 1. */
    static final String NUMBER = "$row";

    private final Hints hints;
    private final TypeValues typeValues;
    private final Catalog catalog;
    private final ForeignKeys foreignKeys;

    Candidates(Catalog catalog, ForeignKeys foreignKeys) {
        this.catalog = catalog;
        this.foreignKeys = foreignKeys;
        this.hints = new Hints(catalog);
        this.typeValues = new TypeValues(catalog);
    }

    /** Of each column that is not computed, at least one value. */
    Map<String, List<String>> of(CatalogObject table) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        catalog.columns(table.qualified()).stream()
                .filter(each -> !each.has("generated"))
                .forEach(each -> all.put(each.name(), of(table, each)));
        return all;
    }

    private List<String> of(CatalogObject table, CatalogObject column) {
        Optional<ForeignKeys.Reference> reference = foreignKeys.find(table.qualified(), column.name());
        if (reference.isPresent() && !reference.get().table().equals(table.qualified())) {
            return referred(reference.get());
        }
        if (reference.isPresent() && !column.has("not null")) {
            return List.of("NULL");
        }
        if (isCounted(column)) {
            return List.of("DEFAULT");
        }
        List<String> values = new ArrayList<>();
        // Words in a check are most often all that it allows, numbers most often limits.
        Map<Boolean, List<String>> found =
                hints.of(table, column).stream().collect(Collectors.partitioningBy(each -> each.startsWith("'")));
        found.getOrDefault(true, List.of()).forEach(each -> values.add(cast(each, column)));
        values.addAll(typeValues.of(column.get("type")));
        found.getOrDefault(false, List.of()).forEach(each -> values.add(cast("'" + each + "'", column)));
        if (column.has("default")) {
            values.add(Math.min(2, values.size()), "DEFAULT");
        }
        if (!column.has("not null")) {
            values.add(Math.min(1, values.size()), "NULL");
        }
        return values;
    }

    private static List<String> referred(ForeignKeys.Reference reference) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            values.add("(SELECT " + reference.targetColumn() + " FROM " + reference.table() + " ORDER BY ctid OFFSET "
                    + row + " LIMIT 1)");
        }
        return values;
    }

    /** A number of our own would be in the way of a script's next row. */
    private static boolean isCounted(CatalogObject column) {
        return column.has("identity") || column.find("default").orElse("").startsWith("nextval(");
    }

    private static String cast(String literal, CatalogObject column) {
        return "CAST(" + literal + " AS " + column.get("type") + ")";
    }
}
