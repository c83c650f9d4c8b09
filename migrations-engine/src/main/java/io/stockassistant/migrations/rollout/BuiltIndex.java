package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An index that can be built while others write, alone or behind a key.
 *
 * @param constraint the key whose index it is, if any
 */
record BuiltIndex(CatalogObject index, @Nullable CatalogObject constraint) {

    private static final Pattern HEAD = Pattern.compile("^CREATE (UNIQUE )?INDEX (?:\"(?:[^\"]|\"\")+\"|\\S+) ON ");

    /** What no definition of an index says. */
    private static final Set<String> BESIDE =
            Set.of("tablespace", "clustered", "replica identity", "statistics", "part of", "invalid");

    /** Empty if there is none by that name, or none that can be built so. */
    static Optional<BuiltIndex> find(Catalog catalog, String name) {
        return catalog.find(Kind.INDEX, name)
                .filter(each -> BESIDE.stream().noneMatch(each::has))
                .filter(each -> catalog.find(Kind.MATERIALIZED_VIEW, each.get("table"))
                        .or(() -> catalog.find(Kind.TABLE, each.get("table")))
                        .filter(table -> !table.has("partition by"))
                        .isPresent())
                .map(each -> new BuiltIndex(
                        each,
                        each.find("constraint")
                                .flatMap(key -> catalog.find(Kind.CONSTRAINT, each.get("table") + "." + key))
                                .orElse(null)))
                .filter(BuiltIndex::isPossible);
    }

    private boolean isPossible() {
        if (constraint == null) {
            return !index.has("constraint")
                    && HEAD.matcher(index.get("definition")).lookingAt();
        }
        return Set.of("primary key", "unique").contains(constraint.get("type"))
                && !constraint.has("inherited")
                && !constraint.get("definition").contains(" WITHOUT OVERLAPS");
    }

    boolean isKey() {
        return constraint != null;
    }

    boolean isPrimaryKey() {
        return constraint != null && constraint.get("type").equals("primary key");
    }

    boolean isUnique() {
        return index.get("definition").startsWith("CREATE UNIQUE ");
    }

    String table() {
        return index.get("table");
    }

    /** For example {@code CREATE INDEX CONCURRENTLY ix ON shop.orders …}. */
    String creation(String name, boolean again) {
        Matcher head = HEAD.matcher(index.get("definition"));
        return head.replaceFirst(Matcher.quoteReplacement("CREATE " + (isUnique() ? "UNIQUE " : "")
                + "INDEX CONCURRENTLY " + (again ? "IF NOT EXISTS " : "") + name + " ON "));
    }

    /** For example {@code ADD CONSTRAINT ux UNIQUE USING INDEX ux DEFERRABLE}. */
    static String addition(CatalogObject constraint, String indexName) {
        String definition = constraint.get("definition");
        int deferrable = definition.lastIndexOf(" DEFERRABLE");
        return "ADD CONSTRAINT " + constraint.name()
                + (constraint.get("type").equals("unique") ? " UNIQUE" : " PRIMARY KEY") + " USING INDEX " + indexName
                + (deferrable < 0 ? "" : definition.substring(deferrable));
    }
}
