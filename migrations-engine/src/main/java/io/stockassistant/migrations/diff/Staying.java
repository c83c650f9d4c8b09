package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a script leaves where it is, though the other side does not have it. */
final class Staying {

    private Staying() {}

    /** One sentence each. */
    static List<String> of(Catalog begin, Catalog end, ChangeScript script) {
        Set<String> dropped = script.statements().stream()
                .filter(each -> each.kind() == Kind.SCHEMA && each.action() == Action.DROP)
                .map(SchemaStatement::object)
                .collect(Collectors.toSet());
        return Stream.concat(
                        only(Kind.EXTENSION, begin, end).map(each -> each + " stays: nobody knows who else needs it."),
                        only(Kind.SCHEMA, begin, end)
                                .filter(each -> !dropped.contains(each.qualified()))
                                .map(each -> each + " stays: it is everybody's, or holds a history or an extension."))
                .toList();
    }

    private static Stream<CatalogObject> only(Kind kind, Catalog here, Catalog there) {
        return here.list(kind).stream()
                .filter(each -> there.find(kind, each.qualified()).isEmpty());
    }
}
