package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives rows without a value theirs in one statement a table. A row that is written has to meet the checks of all columns,
 * also those that nobody has looked at yet: filled column by column, one that lacks two values could never be.
 */
final class Fillings {

    private Fillings() {}

    static List<Safer> together(List<Safer> forms, Catalog wanted) {
        List<Safer> all = new ArrayList<>();
        for (Safer each : forms) {
            if (!(each instanceof ProvenNotNull column) || column.filling().isEmpty()) {
                all.add(each);
                continue;
            }
            List<ProvenNotNull> filled = ofTable(forms, column, true);
            boolean first = filled.get(0).equals(column);
            List<SchemaStatement> filling = filled.size() < 2
                    ? column.filling()
                    : first ? List.of(together(filled, column.filling().get(0), wanted)) : List.of();
            boolean judged = forms.stream()
                    .anyMatch(other -> other instanceof CheckedLater check
                            && isCheckOf(check, column.column().parent()));
            if (judged || !ofTable(forms, column, false).isEmpty()) {
                filling = filling.stream().map(Sentences::meetsNewChecks).toList();
            }
            all.add(new ProvenNotNull(column.replaced(), filling, column.column()));
        }
        return List.copyOf(all);
    }

    private static boolean isCheckOf(CheckedLater check, String table) {
        CatalogObject constraint = check.constraint();
        return constraint.get("type").equals("check") && constraint.parent().equals(table);
    }

    private static List<ProvenNotNull> ofTable(List<Safer> forms, ProvenNotNull column, boolean filled) {
        return forms.stream()
                .filter(ProvenNotNull.class::isInstance)
                .map(ProvenNotNull.class::cast)
                .filter(each -> each.column().parent().equals(column.column().parent()))
                .filter(each -> filled != each.filling().isEmpty())
                .toList();
    }

    private static SchemaStatement together(List<ProvenNotNull> filled, SchemaStatement like, Catalog wanted) {
        List<CatalogObject> columns = filled.stream().map(ProvenNotNull::column).toList();
        String values = columns.stream()
                .map(each -> each.name() + " = coalesce(" + each.name() + ", " + defaultOf(each, wanted) + ")")
                .collect(Collectors.joining(",\n        "));
        String missing = columns.stream().map(each -> each.name() + " IS NULL").collect(Collectors.joining(" OR "));
        return SchemaStatement.of(
                        like.action(),
                        like.kind(),
                        like.object(),
                        "UPDATE " + columns.get(0).parent() + "\n    SET " + values + "\n    WHERE " + missing)
                .with(like.hazards());
    }

    private static String defaultOf(CatalogObject column, Catalog wanted) {
        return wanted.find(Kind.COLUMN, column.qualified())
                .flatMap(each -> each.find("default"))
                .orElse("NULL");
    }
}
