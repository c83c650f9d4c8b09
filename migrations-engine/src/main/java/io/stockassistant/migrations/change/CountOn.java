package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;

/** Columns that had numbers before they were numbered: the first new one must not be there yet. */
record CountOn(Catalog before) implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogObject sequence : stage.now().list(Kind.SEQUENCE)) {
            sequence.find("identity of")
                    .or(() -> sequence.find("owned by"))
                    .flatMap(column -> before.find(Kind.COLUMN, column))
                    .filter(column -> !column.has("identity") && !column.has("default"))
                    .filter(column ->
                            before.find(Kind.SEQUENCE, sequence.qualified()).isEmpty())
                    .ifPresent(column -> statements.add(SchemaStatement.of(
                            Action.ALTER,
                            Kind.SEQUENCE,
                            sequence.qualified(),
                            "SELECT setval(" + Literals.quote(sequence.qualified()) + ", max(" + column.name()
                                    + ")) FROM "
                                    + column.parent() + " HAVING max(" + column.name() + ") >= "
                                    + sequence.get("minimum"))));
        }
        return statements;
    }
}
