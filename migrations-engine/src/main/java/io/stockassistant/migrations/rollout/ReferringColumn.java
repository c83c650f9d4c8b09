package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.List;
import java.util.Set;

/**
 * A new column without values that refers to another table: in one statement with its foreign key, since the server knows
 * then that there is nothing to check.
 *
 * @param position of the statement that adds the column
 * @param positionOfKey of the one that adds the foreign key
 * @param column the first of them
 * @param key the foreign key, of this column alone
 */
record ReferringColumn(int position, int positionOfKey, SchemaStatement column, CatalogObject key) implements AtOnce {

    private static final Set<String> FILLED = Set.of("default", "generated", "identity", "not null");

    /** Whether no row has a value in a column when it is new. */
    static boolean isEmpty(CatalogObject column, Catalog wanted) {
        return FILLED.stream().noneMatch(column::has)
                && wanted.find(Kind.DOMAIN, column.get("type")).isEmpty();
    }

    @Override
    public Set<Integer> replaced() {
        return Set.of(position, positionOfKey);
    }

    @Override
    public List<SchemaStatement> first() {
        String definition = key.get("definition");
        return List.of(new SchemaStatement(
                column.action(),
                column.kind(),
                column.object(),
                column.sql() + " CONSTRAINT " + key.name() + definition.substring(definition.indexOf(" REFERENCES ")),
                column.transactional(),
                column.hazards()));
    }
}
