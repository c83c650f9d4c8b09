package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Gives and takes rights, on objects and by default. */
final class RightsSql {

    private RightsSql() {}

    /** Takes away what was given and gives what was taken away, and then all that is wanted. */
    static List<String> of(Stage stage, CatalogObject now, CatalogObject wanted) {
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
                + (object.get("role").equals("CURRENT_USER") ? "" : " FOR ROLE " + object.get("role"))
                + (object.parent().isEmpty() ? " " : " IN SCHEMA " + object.parent() + " ");
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
