package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.PublicationSql;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publications that publish tables of the extent: a publication stands in no schema. */
final class Publications implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        TreeSet<String> names = new TreeSet<>();
        for (Catalog each : List.of(stage.now(), stage.wanted())) {
            each.list(Kind.PUBLICATION).stream()
                    .filter(publication -> isOf(publication, stage.extent()))
                    .forEach(publication -> names.add(publication.name()));
        }
        List<SchemaStatement> statements = new ArrayList<>();
        for (String name : names) {
            Optional<CatalogObject> now = stage.now().find(Kind.PUBLICATION, name);
            Optional<CatalogObject> wanted = stage.wanted().find(Kind.PUBLICATION, name);
            if (now.isEmpty() && wanted.isPresent()) {
                PublicationSql.create(wanted.get()).forEach(each -> statements.add(StatementReading.read(each)));
            } else if (now.isPresent() && wanted.isEmpty()) {
                statements.add(statement(Action.DROP, name, "DROP PUBLICATION " + name));
            } else if (now.isPresent()
                    && !now.get().properties().equals(wanted.orElseThrow().properties())) {
                alter(now.get(), wanted.get(), statements);
            }
        }
        return statements;
    }

    static boolean isOf(CatalogObject publication, Extent extent) {
        Set<String> names = extent.schemas().stream()
                .flatMap(each -> Stream.of(each, Identifiers.quote(each)))
                .collect(Collectors.toSet());
        return extent.whole()
                || publication.find("tables").stream()
                        .flatMap(String::lines)
                        .anyMatch(table -> names.stream().anyMatch(each -> table.startsWith(each + ".")))
                || publication
                        .find("schemas")
                        .filter(each -> names.containsAll(List.of(each.split(", ", -1))))
                        .isPresent();
    }

    private static void alter(CatalogObject now, CatalogObject wanted, List<SchemaStatement> statements) {
        String name = now.name();
        boolean all = PublicationSql.publishesAll(now) || PublicationSql.publishesAll(wanted);
        if (!PublicationSql.content(now).equals(PublicationSql.content(wanted))
                && !PublicationSql.content(wanted).isEmpty()
                && !all) {
            statements.add(statement(
                    Action.ALTER,
                    name,
                    "ALTER PUBLICATION " + name + PublicationSql.content(wanted).replaceFirst(" FOR ", " SET ")));
        }
        if (!PublicationSql.options(now).equals(PublicationSql.options(wanted))) {
            statements.add(statement(
                    Action.ALTER,
                    name,
                    "ALTER PUBLICATION " + name + " SET"
                            + PublicationSql.options(wanted).replaceFirst(" WITH", "")));
        }
        if (!now.find("comment").equals(wanted.find("comment"))) {
            statements.add(comment(name, wanted.find("comment")));
        }
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
