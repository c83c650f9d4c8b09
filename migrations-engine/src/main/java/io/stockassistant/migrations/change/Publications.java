package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Publications that publish tables of this schema and of no other. */
final class Publications implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        TreeSet<String> names = new TreeSet<>();
        for (Catalog each : List.of(stage.now(), stage.wanted())) {
            each.list(Kind.PUBLICATION).stream()
                    .filter(publication -> isOf(publication, stage.schema().name()))
                    .forEach(publication -> names.add(publication.name()));
        }
        List<SchemaStatement> statements = new ArrayList<>();
        for (String name : names) {
            Optional<CatalogObject> now = stage.now().find(Kind.PUBLICATION, name);
            Optional<CatalogObject> wanted = stage.wanted().find(Kind.PUBLICATION, name);
            if (now.isEmpty() && wanted.isPresent()) {
                statements.add(statement(
                        Action.CREATE,
                        name,
                        "CREATE PUBLICATION " + name + content(wanted.get()) + with(wanted.get())));
                wanted.get().find("comment").ifPresent(each -> statements.add(comment(name, Optional.of(each))));
            } else if (now.isPresent() && wanted.isEmpty()) {
                statements.add(statement(Action.DROP, name, "DROP PUBLICATION " + name));
            } else if (now.isPresent()
                    && !now.get().properties().equals(wanted.orElseThrow().properties())) {
                alter(now.get(), wanted.get(), statements);
            }
        }
        return statements;
    }

    static boolean isOf(CatalogObject publication, String schema) {
        return publication.find("tables").stream()
                        .flatMap(String::lines)
                        .anyMatch(each ->
                                each.startsWith(schema + ".") || each.startsWith(Identifiers.quote(schema) + "."))
                || publication
                        .find("schemas")
                        .filter(each -> each.equals(schema))
                        .isPresent();
    }

    private static void alter(CatalogObject now, CatalogObject wanted, List<SchemaStatement> statements) {
        String name = now.name();
        if (!content(now).equals(content(wanted)) && !content(wanted).isEmpty()) {
            statements.add(statement(
                    Action.ALTER,
                    name,
                    "ALTER PUBLICATION " + name + content(wanted).replaceFirst(" FOR ", " SET ")));
        }
        if (!with(now).equals(with(wanted))) {
            statements.add(statement(
                    Action.ALTER,
                    name,
                    "ALTER PUBLICATION " + name + " SET" + with(wanted).replaceFirst(" WITH", "")));
        }
        if (!now.find("comment").equals(wanted.find("comment"))) {
            statements.add(comment(name, wanted.find("comment")));
        }
    }

    private static String content(CatalogObject publication) {
        List<String> parts = new ArrayList<>();
        publication
                .find("tables")
                .ifPresent(each ->
                        parts.add("TABLE " + String.join(", ", each.lines().toList())));
        publication.find("schemas").ifPresent(each -> parts.add("TABLES IN SCHEMA " + each));
        return parts.isEmpty() ? "" : " FOR " + String.join(", ", parts);
    }

    private static String with(CatalogObject publication) {
        return " WITH (publish = " + Literals.quote(publication.find("publish").orElse(""))
                + ", publish_via_partition_root = " + publication.has("via root") + ")";
    }

    private static SchemaStatement comment(String name, Optional<String> text) {
        return statement(
                Action.ALTER,
                name,
                "COMMENT ON PUBLICATION " + name + " IS "
                        + text.map(Literals::quote).orElse("NULL"));
    }

    private static SchemaStatement statement(Action action, String name, String sql) {
        return SchemaStatement.of(action, Kind.PUBLICATION, name, sql);
    }
}
