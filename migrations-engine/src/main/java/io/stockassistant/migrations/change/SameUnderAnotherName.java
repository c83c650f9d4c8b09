package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Constraints, indexes and sequences that are the same but for their name: renamed, they need not be built again. */
final class SameUnderAnotherName implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<Rename> renames = new ArrayList<>();
        for (Kind kind : List.of(Kind.CONSTRAINT, Kind.INDEX, Kind.SEQUENCE)) {
            Set<String> taken = new HashSet<>();
            for (CatalogObject object : stage.now().list(kind)) {
                if (stage.wanted().find(kind, object.qualified()).isEmpty() && isFree(object, stage.now())) {
                    findTwin(object, stage, taken).ifPresent(twin -> {
                        taken.add(twin.qualified());
                        renames.add(new Rename(
                                Rename.Subject.valueOf(kind.name()), object.parent(), object.name(), twin.name()));
                    });
                }
            }
        }
        return Rename.inOrder(renames).stream().map(RenamesByHint::statement).toList();
    }

    /** The index of a constraint follows it; what comes with a partition or a parent is named there. */
    private static boolean isFree(CatalogObject object, Catalog catalog) {
        boolean ofDomain = catalog.find(Kind.DOMAIN, object.parent()).isPresent();
        return !object.has("constraint") && !object.has("part of") && !object.has("inherited") && !ofDomain;
    }

    private static Optional<CatalogObject> findTwin(CatalogObject object, Stage stage, Set<String> taken) {
        return stage.wanted().list(object.kind()).stream()
                .filter(each -> each.parent().equals(object.parent()))
                .filter(each -> !taken.contains(each.qualified()))
                .filter(each -> stage.now().find(each.kind(), each.qualified()).isEmpty())
                .filter(each -> isFree(each, stage.wanted()))
                .filter(each -> object.kind() == Kind.SEQUENCE
                        ? haveOneColumn(each, object)
                        : nameless(each).equals(nameless(object)))
                .findFirst();
    }

    private static boolean haveOneColumn(CatalogObject one, CatalogObject other) {
        return column(one).isPresent() && column(one).equals(column(other));
    }

    private static Optional<String> column(CatalogObject sequence) {
        return sequence.find("owned by").or(() -> sequence.find("identity of"));
    }

    private static SortedMap<String, String> nameless(CatalogObject object) {
        TreeMap<String, String> properties = new TreeMap<>(object.properties());
        properties.remove("comment");
        if (object.kind() == Kind.INDEX) {
            properties.computeIfPresent(
                    "definition",
                    (key, text) -> text.replaceFirst(" INDEX (\"(?:[^\"]|\"\")+\"|\\S+) ON ", " INDEX ON "));
        }
        return properties;
    }
}
