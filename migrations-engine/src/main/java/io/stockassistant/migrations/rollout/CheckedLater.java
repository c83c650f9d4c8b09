package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A check or a foreign key that new rows have to meet at once, and old ones only when they have been looked at.
 *
 * @param position of the statement that adds it
 * @param added that statement
 * @param constraint as it will be
 * @param ofDomain whether it belongs to a domain
 * @param late whether the key that it refers to is among the new indexes
 */
record CheckedLater(int position, SchemaStatement added, CatalogObject constraint, boolean ofDomain, boolean late)
        implements Safer {

    @Override
    public Set<Integer> replaced() {
        return Set.of(position);
    }

    @Override
    public List<SchemaStatement> first() {
        SchemaStatement unchecked = new SchemaStatement(
                Action.CREATE, Kind.CONSTRAINT, constraint.qualified(), added.sql() + " NOT VALID", true, List.of());
        return List.of(unchecked.with(Sentences.withoutScan(added)));
    }

    @Override
    public List<SchemaStatement> firstBack() {
        return List.of(statement(Action.DROP, "DROP CONSTRAINT "));
    }

    @Override
    public Place place() {
        return late ? Place.VALIDATION_OF_REFERENCES : Place.VALIDATION;
    }

    @Override
    public List<SchemaStatement> later(Catalog settled, Catalog wanted) {
        return List.of(
                statement(Action.ALTER, "VALIDATE CONSTRAINT ").with(List.of(Sentences.unmet(constraint.parent()))));
    }

    /** Nothing takes a validation back but to add the constraint again. */
    @Override
    public List<SchemaStatement> back(Catalog settled, Catalog wanted) {
        List<SchemaStatement> statements = new ArrayList<>();
        statements.add(statement(Action.DROP, "DROP CONSTRAINT "));
        first().forEach(each -> statements.add(each.with(List.of())));
        Comments.of(constraint, ofDomain).ifPresent(statements::add);
        return statements;
    }

    private SchemaStatement statement(Action action, String words) {
        return SchemaStatement.of(
                action,
                Kind.CONSTRAINT,
                constraint.qualified(),
                "ALTER " + (ofDomain ? "DOMAIN " : "TABLE ") + constraint.parent() + " " + words + constraint.name());
    }
}
