package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds tables, columns and enum values that may have been renamed. */
final class LikelyRenames {

    private final Catalog now;
    private final Catalog wanted;
    private final List<LikelyRename> found = new ArrayList<>();

    private LikelyRenames(Catalog now, Catalog wanted) {
        this.now = now;
        this.wanted = wanted;
    }

    /** @param now what is left when all renames that were asked for are done */
    static List<LikelyRename> between(Catalog now, Catalog wanted) {
        LikelyRenames search = new LikelyRenames(now, wanted);
        search.tables();
        search.columns();
        search.enumValues();
        return List.copyOf(search.found);
    }

    private void tables() {
        for (CatalogObject gone : only(Kind.TABLE, now, wanted)) {
            for (CatalogObject come : only(Kind.TABLE, wanted, now)) {
                List<String> columns = columns(now, gone);
                if (gone.parent().equals(come.parent())
                        && !columns.isEmpty()
                        && columns.equals(columns(wanted, come))) {
                    add(Rename.Subject.TABLE, gone, come, "both have the columns " + String.join(", ", columns));
                }
            }
        }
    }

    private static List<String> columns(Catalog catalog, CatalogObject table) {
        return catalog.columns(table.qualified()).stream()
                .map(each -> each.name() + " " + each.get("type"))
                .sorted()
                .toList();
    }

    private void columns() {
        for (CatalogObject gone : only(Kind.COLUMN, now, wanted)) {
            for (CatalogObject come : only(Kind.COLUMN, wanted, now)) {
                boolean inTable = now.find(Kind.TABLE, gone.parent()).isPresent()
                        && wanted.find(Kind.TABLE, gone.parent()).isPresent();
                if (inTable
                        && gone.parent().equals(come.parent())
                        && !gone.has("inherited")
                        && gone.get("type").equals(come.get("type"))
                        && gone.has("generated") == come.has("generated")) {
                    add(Rename.Subject.COLUMN, gone, come, "both are " + gone.get("type"));
                }
            }
        }
    }

    private void enumValues() {
        for (CatalogObject type : now.list(Kind.ENUM)) {
            List<String> before = EnumLabels.of(type.find("labels").orElse(""));
            List<String> after = wanted.find(Kind.ENUM, type.qualified())
                    .flatMap(each -> each.find("labels"))
                    .map(EnumLabels::of)
                    .orElse(List.of());
            for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
                String gone = before.get(i);
                String come = after.get(i);
                if (!after.contains(gone) && !before.contains(come)) {
                    found.add(new LikelyRename(
                            new Rename(Rename.Subject.ENUM_VALUE, type.qualified(), gone, come),
                            "both are the value in place " + (i + 1)));
                }
            }
        }
    }

    private void add(Rename.Subject subject, CatalogObject gone, CatalogObject come, String because) {
        found.add(new LikelyRename(new Rename(subject, gone.parent(), gone.name(), come.name()), because));
    }

    private static List<CatalogObject> only(Kind kind, Catalog here, Catalog there) {
        return here.list(kind).stream()
                .filter(each -> there.find(kind, each.qualified()).isEmpty())
                .toList();
    }
}
