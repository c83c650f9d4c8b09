package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is dropped and then made again as it was, when a column that it uses changes: constraints, indexes and views; and
 * what would go with its table a moment later.
 */
final class Detours {

    /** Kinds of objects to be left alone: as many as can be, since a view that is made again has lost its rights. */
    static final List<Set<Kind>> ATTEMPTS = List.of(
            Set.of(Kind.CONSTRAINT, Kind.INDEX, Kind.VIEW, Kind.MATERIALIZED_VIEW),
            Set.of(Kind.CONSTRAINT, Kind.INDEX));

    private Detours() {}

    /**
     * The same statements without them, which may or may not do.
     *
     * @param kinds of what is left alone
     * @param alike the names of objects that only look different
     */
    static List<SchemaStatement> without(
            List<SchemaStatement> statements, Set<Kind> kinds, Set<String> alike, Catalog now, Catalog wanted) {
        Set<String> both = objects(statements, kinds, Action.DROP);
        both.retainAll(objects(statements, kinds, Action.CREATE));
        both.removeIf(object ->
                !alike.contains(object) && kinds.stream().noneMatch(kind -> isSame(kind, object, now, wanted)));
        Set<String> tables = statements.stream()
                .filter(each -> each.action() == Action.DROP && each.kind() == Kind.TABLE)
                .map(SchemaStatement::object)
                .collect(Collectors.toSet());
        return statements.stream()
                .filter(each -> !kinds.contains(each.kind()) || !both.contains(each.object()))
                .filter(each -> !staysWith(both, each, now, wanted))
                .filter(each -> !goesWith(tables, each, now))
                .toList();
    }

    private static boolean isSame(Kind kind, String object, Catalog now, Catalog wanted) {
        return now.find(kind, object).isPresent()
                && now.find(kind, object)
                        .map(CatalogObject::properties)
                        .equals(wanted.find(kind, object).map(CatalogObject::properties));
    }

    /** An index or a trigger of a view that is left alone. */
    private static boolean staysWith(Set<String> views, SchemaStatement statement, Catalog now, Catalog wanted) {
        Kind kind = statement.kind();
        return (kind == Kind.INDEX || kind == Kind.TRIGGER)
                && isSame(kind, statement.object(), now, wanted)
                && now.find(kind, statement.object())
                        .map(each -> each.find("table").orElse(each.parent()))
                        .filter(views::contains)
                        .isPresent();
    }

    /** Foreign keys hold other tables, and so have to go first. */
    private static boolean goesWith(Set<String> tables, SchemaStatement statement, Catalog now) {
        return statement.action() == Action.DROP
                && now.find(statement.kind(), statement.object())
                        .filter(each -> statement.kind() == Kind.CONSTRAINT
                                ? tables.contains(each.parent())
                                        && !each.get("type").equals("foreign key")
                                : statement.kind() == Kind.INDEX
                                        && each.find("table")
                                                .filter(tables::contains)
                                                .isPresent())
                        .isPresent();
    }

    private static Set<String> objects(List<SchemaStatement> statements, Set<Kind> kinds, Action action) {
        return statements.stream()
                .filter(each -> each.action() == action && kinds.contains(each.kind()))
                .map(SchemaStatement::object)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
