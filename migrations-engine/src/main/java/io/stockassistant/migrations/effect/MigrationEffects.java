package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a migration did, up or down, statement by statement; of one that failed, up to where it did.
 *
 * @param statements in their order; one in Java is a single statement without text
 * @param created tables that it has made, as they are at its end
 * @param tables all that there are at its end, also those
 * @param before all tables that there were at its beginning
 * @param relations all that have a row in {@code pg_class} at its end
 * @param relationsBefore the same at its beginning
 */
public record MigrationEffects(
        Step step,
        List<StatementEffects> statements,
        List<TableState> created,
        List<TableState> tables,
        List<TableState> before,
        List<Relation> relations,
        List<Relation> relationsBefore) {

    public MigrationEffects {
        statements = List.copyOf(statements);
        created = List.copyOf(created);
        tables = List.copyOf(tables);
        before = List.copyOf(before);
        relations = List.copyOf(relations);
        relationsBefore = List.copyOf(relationsBefore);
    }

    public Optional<Relation> findRelation(long oid) {
        return find(relations, each -> each.oid() == oid);
    }

    public Optional<Relation> findRelationBefore(long oid) {
        return find(relationsBefore, each -> each.oid() == oid);
    }

    /** Whether there is something of this name at its end. */
    public boolean hasRelation(String qualified) {
        return find(relations, each -> each.qualified().equals(qualified)).isPresent();
    }

    /** Whether there was something of this name at its beginning. */
    public boolean hadRelation(String qualified) {
        return find(relationsBefore, each -> each.qualified().equals(qualified)).isPresent();
    }

    private static Optional<Relation> find(List<Relation> relations, Predicate<Relation> which) {
        return relations.stream().filter(which).findFirst();
    }
}
