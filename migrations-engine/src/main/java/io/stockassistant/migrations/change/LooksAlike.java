package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes constraints, indexes and defaults again from what the server prints of them. The next time it prints the form
 * that it would print on the other side, so that the library sees no difference where there is none.
 */
final class LooksAlike {

    private static final Pattern INDEX = Pattern.compile("^CREATE (UNIQUE )?INDEX ");

    private LooksAlike() {}

    /** @param apparent differences that are none */
    static List<SchemaStatement> statements(List<Difference> apparent, Catalog now) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (Difference each : apparent) {
            Optional<CatalogObject> object = now.find(each.kind(), each.object());
            String property = String.valueOf(each.property());
            object.ifPresent(found -> sql(found, property)
                    .forEach(sql -> statements.add(SchemaStatement.of(Action.ALTER, each.kind(), each.object(), sql))));
        }
        return statements;
    }

    private static List<String> sql(CatalogObject object, String property) {
        if (object.kind() == Kind.CONSTRAINT && object.get("type").equals("check") && property.equals("definition")) {
            String alter = "ALTER TABLE " + object.parent();
            return object.has("inherited")
                    ? List.of()
                    : List.of(
                            alter + " DROP CONSTRAINT " + object.name(),
                            alter + " ADD CONSTRAINT " + object.name() + " " + object.get("definition"));
        }
        if (object.kind() == Kind.INDEX && property.equals("definition") && !object.has("constraint")) {
            return INDEX.matcher(object.get("definition")).lookingAt()
                    ? List.of("DROP INDEX " + object.qualified(), object.get("definition"))
                    : List.of();
        }
        if (object.kind() == Kind.COLUMN && property.equals("default")) {
            return List.of("ALTER TABLE ONLY " + object.parent() + " ALTER COLUMN " + object.name() + " SET DEFAULT "
                    + object.get("default"));
        }
        return List.of();
    }
}
