package io.stockassistant.migrations.rows;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Values of a type: of what it is made, down to types of the server's own. */
record TypeValues(Catalog catalog) {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    /** At least one for each type, except for an enum without labels. */
    List<String> of(String type) {
        if (type.endsWith("[]")) {
            return of(type.substring(0, type.length() - 2)).stream()
                    .limit(2)
                    .map(each -> "ARRAY[" + each + "]::" + type)
                    .toList();
        }
        Optional<CatalogObject> ofEnum = catalog.find(Kind.ENUM, type);
        if (ofEnum.isPresent()) {
            return TEXT.matcher(ofEnum.get().find("labels").orElse(""))
                    .results()
                    .map(MatchResult::group)
                    .map(each -> each + "::" + type)
                    .toList();
        }
        Optional<CatalogObject> domain = catalog.find(Kind.DOMAIN, type);
        if (domain.isPresent()) {
            return of(domain.get().get("type")).stream()
                    .map(each -> "(" + each + ")::" + type)
                    .toList();
        }
        if (catalog.find(Kind.COMPOSITE_TYPE, type).isPresent()) {
            List<String> members = catalog.columns(type).stream()
                    .map(each -> of(each.get("type")).stream().findFirst().orElse("NULL"))
                    .toList();
            return List.of("ROW(" + String.join(", ", members) + ")::" + type);
        }
        return BuiltInValues.of(type);
    }
}
