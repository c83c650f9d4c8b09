package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Types that no ALTER makes what they are to be: enums that lose a value or order theirs in another way, domains over
 * another type, composite types whose attributes change while a table has them. The new type stands in for the old one,
 * and each column is converted to it; what stands in the way is dropped, and made again by the passes after this one.
 */
final class TypeSwap implements Pass {

    private static final String OLD = "_before_migration";

    @Override
    public List<SchemaStatement> statements(Stage stage) throws SQLException {
        List<SchemaStatement> statements = new ArrayList<>();
        for (Kind kind : List.of(Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE)) {
            for (CatalogObject now : stage.now().list(kind)) {
                Optional<CatalogObject> wanted = stage.wanted().find(kind, now.qualified());
                // One at a time: what it drops may stand in the way of the next one as well.
                if (statements.isEmpty() && wanted.isPresent() && needsSwap(stage, now, wanted.get())) {
                    statements.addAll(swap(stage, now, wanted.get()));
                }
            }
        }
        return statements;
    }

    private static boolean needsSwap(Stage stage, CatalogObject now, CatalogObject wanted) {
        return switch (now.kind()) {
            case ENUM ->
                !EnumLabels.isSubsequence(
                        EnumLabels.of(now.find("labels").orElse("")),
                        EnumLabels.of(wanted.find("labels").orElse("")));
            case DOMAIN ->
                !now.get("type").equals(wanted.get("type"))
                        || !now.find("collation").equals(wanted.find("collation"));
            default ->
                !columnsOf(stage, now).isEmpty()
                        && !attributes(stage.now().columns(now.qualified()))
                                .equals(attributes(stage.wanted().columns(now.qualified())));
        };
    }

    private static List<String> attributes(List<CatalogObject> columns) {
        return columns.stream()
                .map(each -> each.name() + " " + each.get("type"))
                .toList();
    }

    /** Columns of tables, without those that follow another one. */
    private static List<CatalogObject> columnsOf(Stage stage, CatalogObject type) {
        return stage.now().list(Kind.COLUMN).stream()
                .filter(each -> stage.now().find(Kind.TABLE, each.parent()).isPresent())
                .filter(each -> !each.has("inherited"))
                .filter(each -> each.get("type").equals(type.qualified())
                        || each.get("type").equals(type.qualified() + "[]"))
                .toList();
    }

    private static List<SchemaStatement> swap(Stage stage, CatalogObject now, CatalogObject wanted)
            throws SQLException {
        List<CatalogObject> columns = columnsOf(stage, now);
        boolean arrays = columns.stream().anyMatch(each -> each.get("type").endsWith("[]"));
        if (now.kind() == Kind.COMPOSITE_TYPE && arrays) {
            return List.of();
        }
        List<Dependents.Root> roots = new ArrayList<>();
        roots.add(new Dependents.Root(
                "pg_type",
                now.kind() == Kind.COMPOSITE_TYPE
                        ? rowType(stage, now)
                        : now.address().oid(),
                0));
        columns.forEach(
                each -> roots.add(new Dependents.Root("pg_class", each.address().oid(), each.position())));
        Optional<List<String>> drops = Dependents.drops(stage.work(), roots);
        if (drops.isEmpty()) {
            return List.of();
        }
        List<SchemaStatement> statements = new ArrayList<>();
        drops.get().forEach(each -> statements.add(StatementReading.read(each)));
        String word = now.kind() == Kind.DOMAIN ? "DOMAIN" : "TYPE";
        String plain = now.name().replaceAll("^\"|\"$", "");
        String old = plain.equals(now.name()) ? plain + OLD : "\"" + plain + OLD + "\"";
        statements.add(alter(now, "ALTER " + word + " " + now.qualified() + " RENAME TO " + old));
        new ObjectSql(stage.wanted()).create(wanted).forEach(each -> statements.add(alter(now, each)));
        for (CatalogObject column : columns) {
            if (stage.wanted().find(Kind.COLUMN, column.qualified()).isEmpty()) {
                // What goes anyway may have values that the new type has not.
                statements.add(
                        StatementReading.read("ALTER TABLE " + column.parent() + " DROP COLUMN " + column.name()));
                continue;
            }
            // A default is of the old type, and no expression converts it.
            if (column.has("default")) {
                statements.add(SchemaStatement.of(
                        Action.ALTER,
                        Kind.COLUMN,
                        column.qualified(),
                        "ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " DROP DEFAULT"));
            }
            statements.add(SchemaStatement.of(
                    Action.ALTER,
                    Kind.COLUMN,
                    column.qualified(),
                    "ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " TYPE " + column.get("type")
                            + " USING " + ConvertedColumn.sql(stage, column, wanted)));
        }
        statements.add(alter(now, "DROP " + word + " " + now.parent() + "." + old));
        return unique(statements);
    }

    private static List<SchemaStatement> unique(List<SchemaStatement> statements) {
        return List.copyOf(new LinkedHashSet<>(statements));
    }

    private static SchemaStatement alter(CatalogObject type, String sql) {
        return SchemaStatement.of(Action.ALTER, type.kind(), type.qualified(), sql);
    }

    private static long rowType(Stage stage, CatalogObject type) throws SQLException {
        try (var statement = stage.work().createStatement();
                var row = statement.executeQuery(
                        "SELECT CASE WHEN relname IS NULL THEN t.oid ELSE reltype END FROM pg_type t"
                                + " LEFT JOIN pg_class c ON c.oid = t.typrelid WHERE t.oid = "
                                + type.address().oid()
                                + " OR c.oid = " + type.address().oid())) {
            return row.next() ? row.getLong(1) : type.address().oid();
        }
    }
}
