package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes one property of an object, where there is a statement for that. */
final class PropertySql {

    private PropertySql() {}

    static List<String> of(Stage stage, CatalogObject now, CatalogObject wanted, String property) {
        Optional<String> value = wanted.find(property);
        return switch (property) {
            case "comment" ->
                now.kind() == Kind.PUBLICATION || isCopied(now) ? List.of() : List.of(Leftovers.comment(wanted, value));
            case "granted", "revoked" -> rights(stage, now, wanted);
            case "replica identity" -> replicaIdentity(stage, wanted);
            case "clustered" ->
                List.of("ALTER TABLE " + wanted.get("table")
                        + (value.isPresent() ? " CLUSTER ON " + wanted.name() : " SET WITHOUT CLUSTER"));
            case "enabled" -> List.of(enabled(wanted));
            default -> now.kind() == Kind.COLUMN ? column(wanted, property, value) : table(wanted, property, value);
        };
    }

    private static boolean isCopied(CatalogObject object) {
        return object.has("copy");
    }

    private static List<String> column(CatalogObject column, String property, Optional<String> value) {
        String alter = "ALTER TABLE ONLY " + column.parent() + " ALTER COLUMN " + column.name();
        return switch (property) {
            case "storage" -> List.of(alter + " SET STORAGE " + value.orElse("DEFAULT"));
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

    /** Takes away what was given and gives what was taken away, and then all that is wanted. */
    private static List<String> rights(Stage stage, CatalogObject now, CatalogObject wanted) {
        return Stream.concat(
                        Stream.concat(
                                lines(now, "granted").map(line -> "REVOKE " + onto(now, line, " TO ", " FROM ")),
                                lines(now, "revoked").map(line -> "GRANT " + onto(now, line, " FROM ", " TO "))),
                        now.kind() == Kind.DEFAULT_PRIVILEGES
                                ? defaultPrivileges(wanted, true).stream()
                                : new ObjectSql(stage.wanted()).grants(wanted).stream())
                .map(sql -> now.kind() == Kind.DEFAULT_PRIVILEGES && !sql.startsWith("ALTER") ? begin(now) + sql : sql)
                .toList();
    }

    static List<String> defaultPrivileges(CatalogObject object, boolean give) {
        return give
                ? new ObjectSql(new Catalog(List.of()))
                        .grants(object).stream()
                                .map(each -> begin(object) + each)
                                .toList()
                : Stream.concat(
                                lines(object, "granted").map(line -> "REVOKE " + onto(object, line, " TO ", " FROM ")),
                                lines(object, "revoked").map(line -> "GRANT " + onto(object, line, " FROM ", " TO ")))
                        .map(each -> begin(object) + each)
                        .toList();
    }

    private static String begin(CatalogObject object) {
        return "ALTER DEFAULT PRIVILEGES"
                + (object.get("role").equals("CURRENT_USER") ? "" : " FOR ROLE " + object.get("role")) + " IN SCHEMA "
                + object.parent() + " ";
    }

    private static Stream<String> lines(CatalogObject object, String property) {
        return object.find(property).stream().flatMap(String::lines);
    }

    private static String onto(CatalogObject object, String line, String word, String other) {
        String plain = line.replace(" WITH GRANT OPTION", "");
        int at = plain.indexOf(word);
        boolean column = object.kind() == Kind.COLUMN;
        String subject = column
                ? object.parent()
                : object.kind() == Kind.DEFAULT_PRIVILEGES ? object.get("objects") : ObjectSql.subject(object);
        String rights = String.join(
                ", ",
                Stream.of(plain.substring(0, at).split(", ", -1))
                        .map(right -> right + (column ? " (" + object.name() + ")" : ""))
                        .toList());
        return rights + " ON " + subject + other + plain.substring(at + word.length());
    }
}
