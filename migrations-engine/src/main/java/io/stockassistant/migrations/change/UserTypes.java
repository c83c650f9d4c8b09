package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.List;
import java.util.Optional;

/** Enums, domains and composite types, as far as it matters what a column of theirs may hold. */
final class UserTypes {

    private UserTypes() {}

    static boolean isOne(Catalog catalog, String type) {
        String element = type.replaceFirst("\\[\\]$", "");
        return List.of(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE).stream()
                .anyMatch(kind -> catalog.find(kind, element).isPresent());
    }

    /** What a domain is a domain of; of another type, that type; of arrays likewise. */
    static String base(Catalog catalog, String type) {
        if (type.endsWith("[]")) {
            return base(catalog, type.substring(0, type.length() - 2)) + "[]";
        }
        return catalog.find(Kind.DOMAIN, type)
                .map(each -> base(catalog, each.get("type")))
                .orElse(type);
    }

    /** Whether it is a domain that does not accept all values of what it is a domain of. */
    static boolean isConstrained(Catalog catalog, String type) {
        Optional<CatalogObject> domain = catalog.find(Kind.DOMAIN, type);
        return domain.filter(each -> each.has("not null")
                        || catalog.list(Kind.CONSTRAINT).stream()
                                .anyMatch(check -> check.parent().equals(type))
                        || isConstrained(catalog, each.get("type")))
                .isPresent();
    }

    /** Whether a type holds all that the one of the same name held before. */
    static boolean takesInAllThat(Catalog now, Catalog wanted, String type) {
        Optional<CatalogObject> ofEnum = now.find(Kind.ENUM, type);
        Optional<CatalogObject> domain = now.find(Kind.DOMAIN, type);
        if (ofEnum.isPresent()) {
            return labels(wanted.find(Kind.ENUM, type)).containsAll(labels(ofEnum));
        }
        if (domain.isPresent()) {
            return !isConstrained(wanted, type) && !new TypeConversion(base(now, type), base(wanted, type)).mayFail();
        }
        return now.columns(type).stream()
                .allMatch(each -> wanted.find(Kind.COLUMN, each.qualified())
                        .filter(other -> new TypeConversion(each.get("type"), other.get("type")).mayFail())
                        .isEmpty());
    }

    private static List<String> labels(Optional<CatalogObject> type) {
        return EnumLabels.of(type.flatMap(each -> each.find("labels")).orElse(""));
    }
}
