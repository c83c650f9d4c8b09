package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Difference.Change;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.ObjectPattern;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Rebuild;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.replay.SchemaOwners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tells which differences between a database in use and a rebuilt one are drift. */
final class DriftJudge {

    private final SchemaOwners schemas;
    private final Rebuild rebuild;
    private final Catalog empty;
    private final Catalog expected;
    private final Catalog live;

    /**
     * @param empty what a new database has, before any migration
     * @param expected what the migrations made of that
     */
    DriftJudge(Modules modules, Rebuild rebuild, Catalog empty, Catalog expected, Catalog live) {
        this.schemas = new SchemaOwners(modules);
        this.rebuild = rebuild;
        this.empty = empty;
        this.expected = expected;
        this.live = live;
    }

    DriftFound judge(List<Difference> differences, List<ObjectPattern> patterns, List<Problem> notCompared) {
        List<Difference> drift = new ArrayList<>();
        List<CatalogObject> leftAlone = new ArrayList<>();
        int ignored = 0;
        for (Difference each : differences) {
            if (!isConcerned(each) || isOfUse(each)) {
                continue;
            }
            Optional<CatalogObject> others = findOfOthers(each);
            if (others.isPresent()) {
                leftAlone.add(others.get());
            } else if (patterns.stream().anyMatch(pattern -> isNamed(each, pattern))) {
                ignored++;
            } else {
                drift.add(each);
            }
        }
        return new DriftFound(drift, leftAlone, notCompared, ignored);
    }

    /** What migrations made, wherever it stands; of what they did not make, what stands in a module's schema. */
    private boolean isConcerned(Difference difference) {
        Optional<String> module = schemas.findModule(difference);
        if (module.isPresent()) {
            return rebuild.isWhole(module.get());
        }
        Optional<CatalogObject> before = empty.find(difference.kind(), difference.object());
        Optional<CatalogObject> made = expected.find(difference.kind(), difference.object());
        boolean untouched = before.isPresent()
                && made.isPresent()
                && before.get().properties().equals(made.get().properties());
        return difference.change() != Change.ADDED && !untouched;
    }

    /** A materialized view is filled by whoever uses the database. */
    private static boolean isOfUse(Difference difference) {
        return difference.kind() == Kind.MATERIALIZED_VIEW
                && "unpopulated".equals(difference.property())
                && difference.actual() == null;
    }

    private Optional<CatalogObject> findOfOthers(Difference difference) {
        return difference.change() != Change.ADDED
                ? Optional.empty()
                : live.find(difference.kind(), difference.object()).filter(DriftJudge::isOfOthers);
    }

    private static boolean isOfOthers(CatalogObject object) {
        return object.kind() == Kind.DEFAULT_PRIVILEGES
                ? !object.find("role").equals(Optional.of("CURRENT_USER"))
                : object.has("owner");
    }

    private boolean isNamed(Difference difference, ObjectPattern pattern) {
        if (pattern.names(difference)) {
            return true;
        }
        Catalog side = difference.change() == Change.ADDED ? live : expected;
        return side.find(difference.kind(), difference.object()).stream()
                .flatMap(each -> wholes(side, each).stream())
                .anyMatch(pattern::names);
    }

    /** The objects with which one goes, and those with which these go. */
    private static List<CatalogObject> wholes(Catalog catalog, CatalogObject object) {
        List<CatalogObject> wholes = new ArrayList<>();
        TreeSet<String> open = new TreeSet<>(catalog.wholes(object));
        TreeSet<String> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.pollFirst();
            if (seen.add(name)) {
                for (Kind kind : Kind.values()) {
                    catalog.find(kind, name).ifPresent(each -> {
                        wholes.add(each);
                        open.addAll(catalog.wholes(each));
                    });
                }
            }
        }
        return wholes;
    }
}
