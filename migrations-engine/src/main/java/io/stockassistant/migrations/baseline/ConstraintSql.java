package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes constraints and indexes, of which some belong together. */
final class ConstraintSql {

    private final Catalog catalog;
    private final Map<String, CatalogObject> indexes = new HashMap<>();

    ConstraintSql(Catalog catalog) {
        this.catalog = catalog;
        for (CatalogObject index : catalog.list(Kind.INDEX)) {
            index.find("constraint").ifPresent(name -> indexes.put(index.get("table") + "." + name, index));
        }
    }

    /**
     * Whether a constraint may stand in the statement that creates its table: a key or a check that holds for all rows.
     * Keys of partitioned tables are joined with those of their partitions afterwards.
     */
    boolean mayStandIn(CatalogObject table, CatalogObject constraint) {
        String definition = constraint.get("definition");
        boolean partitioned = table.has("partition by") || table.has("partition of");
        return switch (constraint.get("type")) {
            case "check" ->
                !definition.endsWith(" NOT VALID") && (!constraint.has("inherited") || table.has("partition of"));
            case "primary key", "unique" -> !partitioned;
            default -> false;
        };
    }

    List<String> constraint(CatalogObject constraint) {
        List<String> statements = new ArrayList<>();
        boolean check = constraint.get("type").equals("check");
        if (check && constraint.has("inherited")) {
            return statements;
        }
        boolean ofDomain = catalog.find(Kind.DOMAIN, constraint.parent()).isPresent();
        boolean index = indexes.containsKey(constraint.qualified());
        statements.add("ALTER " + (ofDomain ? "DOMAIN " : index ? "TABLE ONLY " : "TABLE ") + constraint.parent()
                + " ADD CONSTRAINT " + constraint.name() + " " + constraint.get("definition"));
        statements.addAll(afterInline(constraint));
        return statements;
    }

    /** What is said about a constraint, and about its index, when it is there. */
    List<String> afterInline(CatalogObject constraint) {
        List<String> statements = new ArrayList<>();
        boolean ofDomain = catalog.find(Kind.DOMAIN, constraint.parent()).isPresent();
        CatalogObject index = indexes.get(constraint.qualified());
        if (index != null) {
            index.find("options")
                    .ifPresent(each -> statements.add("ALTER INDEX " + index.qualified() + " SET (" + each + ")"));
            index.find("tablespace")
                    .ifPresent(each -> statements.add("ALTER INDEX " + index.qualified() + " SET TABLESPACE " + each));
            statements.addAll(furtherOfIndex(index));
        }
        statements.addAll(Rights.comment(
                constraint,
                "CONSTRAINT " + constraint.name() + " ON " + (ofDomain ? "DOMAIN " : "") + constraint.parent()));
        return statements;
    }

    List<String> index(CatalogObject index) {
        String definition = index.get("definition")
                + index.find("tablespace").map(each -> " TABLESPACE " + each).orElse("");
        // WHERE comes last.
        int where = index.get("definition").lastIndexOf(" WHERE ");
        if (index.has("tablespace") && where >= 0) {
            definition = index.get("definition").substring(0, where) + " TABLESPACE " + index.get("tablespace")
                    + index.get("definition").substring(where);
        }
        List<String> statements = new ArrayList<>(List.of(definition));
        statements.addAll(furtherOfIndex(index));
        return statements;
    }

    private static List<String> furtherOfIndex(CatalogObject index) {
        List<String> statements = new ArrayList<>();
        index.find("part of")
                .ifPresent(
                        parent -> statements.add("ALTER INDEX " + parent + " ATTACH PARTITION " + index.qualified()));
        if (index.has("clustered")) {
            statements.add("ALTER TABLE " + index.get("table") + " CLUSTER ON " + index.name());
        }
        if (index.has("replica identity")) {
            statements.add("ALTER TABLE ONLY " + index.get("table") + " REPLICA IDENTITY USING INDEX " + index.name());
        }
        for (String each :
                index.find("statistics").map(all -> all.split(", ", -1)).orElse(new String[0])) {
            String[] columnAndTarget = each.split(" ", 2);
            statements.add("ALTER INDEX " + index.qualified() + " ALTER COLUMN " + columnAndTarget[0]
                    + " SET STATISTICS " + columnAndTarget[1]);
        }
        statements.addAll(Rights.comment(index, "INDEX " + index.qualified()));
        return statements;
    }
}
