package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes enums, domains, composite types and ranges. */
final class TypeSql {

    private final Catalog catalog;

    TypeSql(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<String> ofEnum(CatalogObject type) {
        return with(
                "CREATE TYPE " + type.qualified() + " AS ENUM ("
                        + type.find("labels").orElse("") + ")",
                type,
                "TYPE");
    }

    List<String> ofComposite(CatalogObject type) {
        List<CatalogObject> columns = catalog.columns(type.qualified());
        List<String> statements = with(
                "CREATE TYPE " + type.qualified() + " AS ("
                        + columns.stream()
                                .map(each -> each.name() + " " + each.get("type") + collation(each))
                                .collect(Collectors.joining(", "))
                        + ")",
                type,
                "TYPE");
        columns.forEach(each -> statements.addAll(Rights.comment(each, "COLUMN " + each.qualified())));
        return statements;
    }

    /** @param constraints those that stand in it */
    static List<String> ofDomain(CatalogObject type, List<CatalogObject> constraints) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN " + type.qualified() + " AS " + type.get("type"))
                .append(collation(type));
        type.find("default").ifPresent(value -> text.append(" DEFAULT ").append(value));
        if (type.has("not null")) {
            text.append(" NOT NULL");
        }
        for (CatalogObject each : constraints) {
            text.append("\n    CONSTRAINT ").append(each.name()).append(' ').append(each.get("definition"));
        }
        return with(text.toString(), type, "DOMAIN");
    }

    static List<String> ofRange(CatalogObject type) {
        List<String> options = new ArrayList<>(List.of("SUBTYPE = " + type.get("subtype")));
        type.find("operator class").ifPresent(each -> options.add("SUBTYPE_OPCLASS = " + each));
        type.find("collation").ifPresent(each -> options.add("COLLATION = " + each));
        type.find("canonical").ifPresent(each -> options.add("CANONICAL = " + each));
        type.find("difference").ifPresent(each -> options.add("SUBTYPE_DIFF = " + each));
        type.find("multirange").ifPresent(each -> options.add("MULTIRANGE_TYPE_NAME = " + type.parent() + "." + each));
        return with("CREATE TYPE " + type.qualified() + " AS RANGE (" + String.join(", ", options) + ")", type, "TYPE");
    }

    static String collation(CatalogObject object) {
        return object.find("collation").map(each -> " COLLATE " + each).orElse("");
    }

    private static List<String> with(String create, CatalogObject type, String word) {
        List<String> statements = new ArrayList<>(List.of(create));
        statements.addAll(Rights.of(type, word));
        return statements;
    }
}
