package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What there is to know of a script when one of its statements is judged.
 *
 * @param before the schema before its first statement
 * @param after the schema after its last one
 * @param created the objects that it creates, by qualified name
 */
record Surroundings(Catalog before, Catalog after, Set<String> created) {

    private static final Pattern LAST = Pattern.compile("\\.(?:\"(?:[^\"]|\"\")+\"|[^.\"]*)$");

    static Surroundings of(List<SchemaStatement> statements, Catalog before, Catalog after) {
        return new Surroundings(
                before,
                after,
                statements.stream()
                        .filter(each -> each.action() == SchemaStatement.Action.CREATE)
                        .map(SchemaStatement::object)
                        .collect(Collectors.toSet()));
    }

    /** The name of what an object belongs to. */
    static String parent(String object) {
        Matcher last = LAST.matcher(object);
        return last.find() ? object.substring(0, last.start()) : "";
    }
}
