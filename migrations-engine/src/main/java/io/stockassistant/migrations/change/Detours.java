package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Constraints and indexes that are dropped and then made again as they were: when a column gets another type. */
final class Detours {

    private Detours() {}

    /** The same statements without them, which may or may not do. */
    static List<SchemaStatement> without(List<SchemaStatement> statements, Catalog now, Catalog wanted) {
        Set<String> both = objects(statements, Action.DROP);
        both.retainAll(objects(statements, Action.CREATE));
        both.removeIf(object -> List.of(Kind.CONSTRAINT, Kind.INDEX).stream()
                .noneMatch(kind -> now.find(kind, object).isPresent()
                        && now.find(kind, object)
                                .map(each -> each.properties())
                                .equals(wanted.find(kind, object).map(each -> each.properties()))));
        return statements.stream()
                .filter(each -> !isOf(each.kind()) || !both.contains(each.object()))
                .toList();
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
