package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Schemas that are there on one side only: made before all that stands in them, and dropped after it. The schema that
 * is everybody's is never dropped, nor one in which something stays that is not looked at.
 */
final class SchemasOnOneSide {

    private static final String OF_EXTENSIONS =
            "SELECT quote_ident(nspname) FROM pg_namespace n WHERE EXISTS (SELECT FROM pg_depend d"
                    + " WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')";

    private final Extent extent;

    SchemasOnOneSide(Extent extent) {
        this.extent = extent;
    }

    /** The wanted schemas and those of now, so that what is too much in these is seen one by one. */
    static Catalog both(Catalog now, Catalog wanted) {
        List<CatalogObject> all = new ArrayList<>(wanted.list());
        now.list(Kind.SCHEMA).stream()
                .filter(each -> wanted.find(Kind.SCHEMA, each.qualified()).isEmpty())
                .forEach(all::add);
        return new Catalog(all);
    }

    /** Makes those that are missing, but for those that an extension brings along. */
    Pass made(Connection wanted) throws SQLException {
        Set<String> brought = names(wanted, OF_EXTENSIONS);
        return stage -> stage.wanted().list(Kind.SCHEMA).stream()
                .filter(each -> stage.now().find(Kind.SCHEMA, each.qualified()).isEmpty())
                .filter(each -> !brought.contains(each.qualified()))
                .flatMap(each ->
                        new ObjectSql(stage.wanted()).create(each).stream().map(StatementReading::read))
                .toList();
    }

    /** Drops those that are too much, and empty. */
    Pass dropped(Catalog wanted) {
        return stage -> {
            Set<String> staying = staying(stage.work());
            return stage.now().list(Kind.SCHEMA).stream()
                    .map(CatalogObject::qualified)
                    .filter(each -> wanted.find(Kind.SCHEMA, each).isEmpty())
                    .filter(each -> isEmpty(each, stage.now()) && !staying.contains(each))
                    .map(each -> StatementReading.read("DROP SCHEMA " + each)
                            .with(List.of(new Hazard(
                                    HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses " + each + " fails."))))
                    .toList();
        };
    }

    /** The differences without the schemas that stay. */
    List<Difference> withoutStaying(List<Difference> differences, Connection connection, Catalog now)
            throws SQLException {
        if (differences.stream().noneMatch(SchemasOnOneSide::isTooMuch)) {
            return differences;
        }
        Set<String> staying = staying(connection);
        return differences.stream()
                .filter(each -> !isTooMuch(each) || !staying.contains(each.object()) || !isEmpty(each.object(), now))
                .toList();
    }

    private static boolean isTooMuch(Difference difference) {
        return difference.kind() == Kind.SCHEMA && difference.change() == Difference.Change.ADDED;
    }

    private static boolean isEmpty(String schema, Catalog catalog) {
        return catalog.list().stream()
                .noneMatch(each -> each.parent().equals(schema) && each.kind() != Kind.DEFAULT_PRIVILEGES);
    }

    /** Those that cannot go: extensions are in them, or hidden tables. Whatever else is in them has to go first. */
    private Set<String> staying(Connection connection) throws SQLException {
        String hidden = extent.hidden().stream()
                .map(HistoryTable::quoted)
                .map(each -> "to_regclass(" + Literals.quote(each) + ")")
                .collect(Collectors.joining(", ", "(", ")"));
        String isHidden =
                extent.hidden().isEmpty() ? "false" : "d.classid = 'pg_class'::regclass AND d.objid IN " + hidden;
        Set<String> names = names(
                connection,
                "SELECT quote_ident(nspname) FROM pg_namespace n JOIN pg_depend d"
                        + " ON d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid AND d.deptype = 'n'"
                        + " GROUP BY nspname HAVING bool_and(d.classid = 'pg_extension'::regclass OR " + isHidden
                        + " OR EXISTS (SELECT FROM pg_depend x WHERE x.classid = d.classid AND x.objid = d.objid"
                        + " AND x.deptype = 'e'))");
        names.addAll(names(connection, OF_EXTENSIONS));
        names.add(Extent.EVERYBODYS);
        return names;
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
