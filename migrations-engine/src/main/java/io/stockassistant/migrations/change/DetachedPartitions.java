package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A partition that becomes a table of its own keeps its constraints and indexes: nobody has to make them. */
final class DetachedPartitions {

    private static final Pattern DETACHED = Pattern.compile("\\sDETACH PARTITION (\\S+?);?$");

    private DetachedPartitions() {}

    static List<SchemaStatement> withWhatTheyHave(List<SchemaStatement> statements, Catalog now) {
        Set<String> tables = statements.stream()
                .map(each -> DETACHED.matcher(each.sql()))
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
        return statements.stream().filter(each -> !isThere(each, tables, now)).toList();
    }

    private static boolean isThere(SchemaStatement statement, Set<String> tables, Catalog now) {
        boolean made = statement.action() == Action.CREATE
                && (statement.kind() == Kind.CONSTRAINT || statement.kind() == Kind.INDEX);
        return made
                && now.find(statement.kind(), statement.object())
                        .map(DetachedPartitions::table)
                        .filter(tables::contains)
                        .isPresent();
    }

    private static String table(CatalogObject object) {
        return object.find("table").orElse(object.parent());
    }
}
