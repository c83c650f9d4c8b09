package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;

/** Generated columns that become plain ones, and keep what they have. */
final class KeptExpression implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogObject now : stage.now().list(Kind.COLUMN)) {
            boolean plain = stage.wanted()
                    .find(Kind.COLUMN, now.qualified())
                    .filter(each -> !each.has("generated"))
                    .isPresent();
            if (plain && now.has("generated") && !now.has("virtual") && !now.has("inherited")) {
                statements.add(SchemaStatement.of(
                        Action.ALTER,
                        Kind.COLUMN,
                        now.qualified(),
                        "ALTER TABLE " + now.parent() + " ALTER COLUMN " + now.name() + " DROP EXPRESSION"));
            }
        }
        return statements;
    }
}
