package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Constraints and indexes that are dropped and then made again as they were, when a column gets another type; and those
 * that would go with their table a moment later.
 */
final class Detours {

    private Detours() {}

    /**
     * The same statements without them, which may or may not do.
     *
     * @param alike the names of objects that only look different
     */
    static List<SchemaStatement> without(
            List<SchemaStatement> statements, Set<String> alike, Catalog now, Catalog wanted) {
        Set<String> both = objects(statements, Action.DROP);
        both.retainAll(objects(statements, Action.CREATE));
        both.removeIf(object -> !alike.contains(object)
                && List.of(Kind.CONSTRAINT, Kind.INDEX).stream()
                        .noneMatch(kind -> now.find(kind, object).isPresent()
                                && now.find(kind, object)
                                        .map(each -> each.properties())
                                        .equals(wanted.find(kind, object).map(each -> each.properties()))));
        Set<String> tables = statements.stream()
                .filter(each -> each.action() == Action.DROP && each.kind() == Kind.TABLE)
                .map(SchemaStatement::object)
                .collect(Collectors.toSet());
        return statements.stream()
                .filter(each -> !isOf(each.kind()) || !both.contains(each.object()))
                .filter(each -> !goesWith(tables, each, now))
                .toList();
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

    private static Set<String> objects(List<SchemaStatement> statements, Action action) {
        return statements.stream()
                .filter(each -> each.action() == action && isOf(each.kind()))
                .map(SchemaStatement::object)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isOf(Kind kind) {
        return kind == Kind.CONSTRAINT || kind == Kind.INDEX;
    }
}
