package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What statements are about, as a reader sees it: what belongs to a table is about the table. */
final class Subjects {

    private static final Pattern ON = Pattern.compile("INDEX .*? ON (?:ONLY )?((?:\"(?:[^\"]|\"\")+\"|[^\\s\"(])+)");

    private final List<SchemaStatement> statements;
    private final Map<String, String> tables = new HashMap<>();

    Subjects(List<SchemaStatement> statements) {
        this.statements = statements;
        for (SchemaStatement each : statements) {
            Matcher on = ON.matcher(each.sql());
            if (each.kind() == Kind.INDEX && on.find()) {
                tables.put(each.object(), on.group(1));
            }
        }
    }

    boolean areSeveral() {
        return statements.stream().flatMap(each -> of(each).stream()).distinct().count() > 1;
    }

    /** For example {@code table shop.orders}; empty if it goes with what stands around it. */
    Optional<String> of(SchemaStatement statement) {
        String object = statement.object();
        return switch (statement.kind()) {
            case OTHER -> Optional.empty();
            case COLUMN, CONSTRAINT, TRIGGER, RULE, POLICY ->
                Optional.of((statement.sql().startsWith("ALTER DOMAIN") ? "domain " : "table ") + parent(object));
            case INDEX -> Optional.ofNullable(tables.get(object)).map(table -> "table " + table);
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> Optional.of("type " + object);
            default -> Optional.of(statement.kind().word() + " " + object);
        };
    }

    private static String parent(String object) {
        int end = object.endsWith("\"") ? object.lastIndexOf(".\"") : object.lastIndexOf('.');
        return object.substring(0, Math.max(end, 0));
    }
}
