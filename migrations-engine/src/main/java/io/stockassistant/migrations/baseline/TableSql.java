package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes one table with its columns and those constraints that can stand in it. */
final class TableSql {

    private final Catalog catalog;
    private final ColumnSql columns;

    TableSql(Catalog catalog, ServerFacts facts) {
        this.catalog = catalog;
        this.columns = new ColumnSql(catalog, facts);
    }

    /**
     * @param inline the constraints that stand in it
     * @param later the columns whose default is set when what it needs is there
     */
    List<String> create(CatalogObject table, List<CatalogObject> inline, Set<String> later) {
        boolean isPartition = table.has("partition of");
        List<CatalogObject> own = catalog.columns(table.qualified()).stream()
                .filter(each -> isPartition || !each.has("inherited"))
                .toList();
        List<String> lines = new ArrayList<>();
        own.forEach(each -> lines.add(columns.definition(each, !later.contains(each.qualified()), isPartition)));
        inline.forEach(each -> lines.add("CONSTRAINT " + each.name() + " " + each.get("definition")));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE " + (table.has("unlogged") ? "UNLOGGED " : "") + "TABLE " + table.qualified()
                + (lines.isEmpty() ? " ()" : " (\n    " + String.join(",\n    ", lines) + "\n)") + tail(table));
        table.find("partition of")
                .ifPresent(parent -> statements.add("ALTER TABLE ONLY " + parent + " ATTACH PARTITION "
                        + table.qualified() + " " + table.get("bound")));
        catalog.columns(table.qualified()).stream()
                .filter(each -> each.has("inherited") && !isPartition)
                .forEach(each -> statements.addAll(inherited(each, table)));
        statements.addAll(settings(table));
        statements.addAll(Rights.of(table, "TABLE"));
        catalog.columns(table.qualified()).forEach(each -> statements.addAll(columns.further(each)));
        return statements;
    }

    private static String tail(CatalogObject table) {
        StringBuilder text = new StringBuilder();
        table.find("inherits")
                .ifPresent(each -> text.append(" INHERITS (").append(each).append(')'));
        table.find("partition by")
                .ifPresent(each -> text.append(" PARTITION BY ").append(each));
        table.find("access method").ifPresent(each -> text.append(" USING ").append(each));
        table.find("options")
                .ifPresent(each -> text.append(" WITH (").append(each).append(')'));
        table.find("tablespace").ifPresent(each -> text.append(" TABLESPACE ").append(each));
        return text.toString();
    }

    private static List<String> settings(CatalogObject table) {
        String alter = "ALTER TABLE " + table.qualified();
        List<String> statements = new ArrayList<>();
        table.find("replica identity").ifPresent(each -> statements.add(alter + " REPLICA IDENTITY " + each));
        return statements;
    }

    /** An heir may have a default of its own for a column that it inherits, or be stricter about NULL. */
    private List<String> inherited(CatalogObject column, CatalogObject table) {
        String alter = "ALTER TABLE ONLY " + table.qualified() + " ALTER COLUMN " + column.name();
        Optional<CatalogObject> origin = List.of(
                        table.find("inherits").orElse("").split(", ", -1))
                .stream()
                .flatMap(parent -> catalog.columns(parent).stream())
                .filter(each -> each.name().equals(column.name()))
                .findFirst();
        List<String> statements = new ArrayList<>();
        if (!column.find("default").equals(origin.flatMap(each -> each.find("default")))) {
            statements.add(alter
                    + column.find("default").map(each -> " SET DEFAULT " + each).orElse(" DROP DEFAULT"));
        }
        if (column.has("not null") && !origin.map(each -> each.has("not null")).orElse(false)) {
            statements.add(alter + " SET NOT NULL");
        }
        return statements;
    }
}
