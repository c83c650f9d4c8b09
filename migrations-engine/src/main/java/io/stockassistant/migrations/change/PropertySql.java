package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes one property of an object, where there is a statement for that. */
final class PropertySql {

    private PropertySql() {}

    static List<String> of(Stage stage, CatalogObject now, CatalogObject wanted, String property) throws SQLException {
        Optional<String> value = wanted.find(property);
        return switch (property) {
            case "comment" ->
                now.kind() == Kind.PUBLICATION || isCopied(now) ? List.of() : List.of(Leftovers.comment(wanted, value));
            case "owner" -> owner(wanted, value);
            case "granted", "revoked" -> RightsSql.of(stage, now, wanted);
            case "replica identity" -> replicaIdentity(stage, wanted);
            case "clustered" ->
                List.of("ALTER TABLE " + wanted.get("table")
                        + (value.isPresent() ? " CLUSTER ON " + wanted.name() : " SET WITHOUT CLUSTER"));
            case "enabled" -> List.of(enabled(wanted));
            default ->
                now.kind() == Kind.COLUMN ? column(stage, wanted, property, value) : table(wanted, property, value);
        };
    }

    private static List<String> owner(CatalogObject object, Optional<String> role) {
        return object.kind() == Kind.DEFAULT_PRIVILEGES
                ? List.of()
                : List.of("ALTER " + Leftovers.subject(object) + " OWNER TO " + role.orElse("CURRENT_USER"));
    }

    private static boolean isCopied(CatalogObject object) {
        return object.has("copy");
    }

    private static List<String> column(Stage stage, CatalogObject column, String property, Optional<String> value)
            throws SQLException {
        String alter = "ALTER TABLE ONLY " + column.parent() + " ALTER COLUMN " + column.name();
        return switch (property) {
            case "storage" ->
                List.of(alter + " SET STORAGE " + (value.isPresent() ? value.get() : storageOf(stage, column)));
            case "compression" -> List.of(alter + " SET COMPRESSION " + value.orElse("default"));
            case "statistics" -> List.of(alter + " SET STATISTICS " + value.orElse("-1"));
            case "default" ->
                List.of(alter + value.map(each -> " SET DEFAULT " + each).orElse(" DROP DEFAULT"));
            case "not null" -> List.of(alter + (value.isPresent() ? " SET NOT NULL" : " DROP NOT NULL"));
            case "collation" ->
                List.of("ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " TYPE "
                        + column.get("type") + " COLLATE " + value.orElse("pg_catalog.\"default\""));
            default -> List.of();
        };
    }

    /** There is a word for it, which servers before 16 do not know. */
    private static String storageOf(Stage stage, CatalogObject column) throws SQLException {
        try (PreparedStatement query = stage.work().prepareStatement("""
                SELECT CASE typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                FROM pg_type WHERE oid = ?::regtype
                """)) {
            query.setString(1, column.get("type"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<String> table(CatalogObject table, String property, Optional<String> value) {
        String alter = "ALTER TABLE " + table.qualified();
        return switch (property) {
            case "row security" ->
                List.of(alter + (value.isPresent() ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
            case "row security for the owner" ->
                List.of(alter + (value.isPresent() ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
            case "unlogged" -> List.of(alter + (value.isPresent() ? " SET UNLOGGED" : " SET LOGGED"));
            default -> List.of();
        };
    }

    private static List<String> replicaIdentity(Stage stage, CatalogObject wanted) {
        if (wanted.kind() == Kind.INDEX) {
            boolean other = wanted.has("replica identity");
            return other
                    ? List.of("ALTER TABLE ONLY " + wanted.get("table") + " REPLICA IDENTITY USING INDEX "
                            + wanted.name())
                    : stage.wanted().find(Kind.TABLE, wanted.get("table")).stream()
                            .filter(table -> stage.wanted().list(Kind.INDEX).stream()
                                    .noneMatch(each -> each.has("replica identity")
                                            && each.get("table").equals(table.qualified())))
                            .map(PropertySql::identityOfTable)
                            .toList();
        }
        return List.of(identityOfTable(wanted));
    }

    private static String identityOfTable(CatalogObject table) {
        return "ALTER TABLE ONLY " + table.qualified() + " REPLICA IDENTITY "
                + table.find("replica identity").orElse("DEFAULT");
    }

    private static String enabled(CatalogObject action) {
        String how = switch (action.find("enabled").orElse("yes")) {
            case "no" -> " DISABLE ";
            case "replica" -> " ENABLE REPLICA ";
            case "always" -> " ENABLE ALWAYS ";
            default -> " ENABLE ";
        };
        return "ALTER TABLE " + action.parent() + how + action.kind().word().toUpperCase(Locale.ROOT) + " "
                + action.name();
    }
}
