package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.module.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A NOT NULL that a check proves first, since the server does not read the rows again then.
 *
 * @param replaced where the statements stand
 * @param filling what gives a value to rows without one, if anything does; it runs long, and locks no table
 * @param column the column
 */
record ProvenNotNull(Set<Integer> replaced, List<SchemaStatement> filling, CatalogObject column) implements Safer {

    private static final int LONGEST_NAME = 63;

    @Override
    public List<SchemaStatement> first() {
        return List.of(added().with(List.of(Sentences.refusesNull(column.qualified()))));
    }

    @Override
    public List<SchemaStatement> firstBack() {
        return List.of(constraint(Action.DROP, "DROP CONSTRAINT " + name()));
    }

    @Override
    public Place place() {
        return Place.VALIDATION;
    }

    @Override
    public List<SchemaStatement> later(Catalog settled, Catalog wanted) {
        List<SchemaStatement> statements = new ArrayList<>(filling);
        statements.add(constraint(Action.ALTER, "VALIDATE CONSTRAINT " + name())
                .with(List.of(Sentences.isNull(column.qualified()))));
        statements.add(alter("SET NOT NULL"));
        statements.add(constraint(Action.DROP, "DROP CONSTRAINT " + name()));
        return statements;
    }

    @Override
    public List<SchemaStatement> back(Catalog settled, Catalog wanted) {
        return List.of(added(), alter("DROP NOT NULL"));
    }

    /** Of the check, which is there until it has proven what it says. */
    static String name(CatalogObject column) {
        String name = "not_null_" + Identifiers.unquote(column.name());
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return "not_null_column_" + column.position();
        }
        return name.matches("[a-z0-9_]+") ? name : Identifiers.quote(name);
    }

    private String name() {
        return name(column);
    }

    private SchemaStatement added() {
        return constraint(
                Action.CREATE, "ADD CONSTRAINT " + name() + " CHECK (" + column.name() + " IS NOT NULL) NOT VALID");
    }

    private SchemaStatement constraint(Action action, String words) {
        return SchemaStatement.of(
                action,
                Kind.CONSTRAINT,
                column.parent() + "." + name(),
                "ALTER TABLE " + column.parent() + " " + words);
    }

    private SchemaStatement alter(String words) {
        return SchemaStatement.of(
                Action.ALTER,
                Kind.COLUMN,
                column.qualified(),
                "ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " " + words);
    }
}
