package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;

/** New identity columns of tables that are there: made at once, the rows that are there get numbers, too. */
final class NewIdentity implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogObject sequence : stage.wanted().list(Kind.SEQUENCE)) {
            sequence.find("identity of")
                    .flatMap(each -> stage.wanted().find(Kind.COLUMN, each))
                    .filter(each -> stage.now().find(Kind.TABLE, each.parent()).isPresent())
                    .filter(each ->
                            stage.now().find(Kind.COLUMN, each.qualified()).isEmpty() && !each.has("inherited"))
                    .ifPresent(each -> statements.add(SchemaStatement.of(
                            Action.CREATE,
                            Kind.COLUMN,
                            each.qualified(),
                            "ALTER TABLE " + each.parent() + " ADD COLUMN " + each.name() + " " + each.get("type")
                                    + " GENERATED " + each.get("identity") + " AS IDENTITY"
                                    + ObjectSql.identityOptions(sequence, each))));
        }
        return statements;
    }
}
