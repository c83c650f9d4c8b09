package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new enum value that something else of the same script uses: PostgreSQL wants it committed before. */
final class EnumValueInUse {

    private static final Pattern ADD_VALUE = Pattern.compile(
            "^ALTER TYPE [\\s\\S]*? ADD VALUE ('(?:[^']|'')*')|^ALTER TYPE \\S+\\s+ADD VALUE (?:IF NOT EXISTS )?('(?:[^']|'')*')");

    private EnumValueInUse() {}

    static SchemaStatement judge(SchemaStatement statement, Catalog now, Catalog wanted) {
        Matcher found = ADD_VALUE.matcher(statement.sql());
        if (!found.lookingAt()) {
            return statement;
        }
        String value = Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
        return isUsed(value, statement.object(), wanted.differences(now), wanted)
                ? statement
                        .alone()
                        .with(List.of(new Hazard(
                                HazardCode.NON_TRANSACTIONAL,
                                "The value " + value
                                        + " is used by what follows, and PostgreSQL wants it committed before.")))
                : statement;
    }

    private static boolean isUsed(String value, String type, List<Difference> differences, Catalog wanted) {
        return differences.stream()
                .filter(each -> !each.object().equals(type))
                .flatMap(each -> wanted.find(each.kind(), each.object()).stream())
                .map(CatalogObject::properties)
                .anyMatch(each -> each.values().stream().anyMatch(text -> text.contains(value)));
    }
}
