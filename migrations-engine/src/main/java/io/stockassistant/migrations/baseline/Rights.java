package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Owner, grants and comment of an object: the statements that follow the one that creates it. */
final class Rights {

    private Rights() {}

    /**
     * @param subject the object as ALTER and COMMENT name it, for example {@code TABLE shop.orders}
     * @param grantSubject the same as GRANT names it
     */
    static List<String> of(CatalogObject object, String subject, String grantSubject) {
        List<String> statements = new ArrayList<>();
        object.find("owner").ifPresent(owner -> statements.add("ALTER " + subject + " OWNER TO " + owner));
        statements.addAll(grants(object, grantSubject));
        statements.addAll(comment(object, subject));
        return statements;
    }

    static List<String> of(CatalogObject object, String word) {
        String subject = word + " " + object.qualified();
        return of(object, subject, subject);
    }

    static List<String> comment(CatalogObject object, String subject) {
        return object
                .find("comment")
                .map(comment -> "COMMENT ON " + subject + " IS " + Literals.quote(comment))
                .stream()
                .toList();
    }

    static List<String> grants(CatalogObject object, String subject) {
        return grants(object, "", subject);
    }

    /** What of objects that are made later is given, in one schema or, where it names none, in all. */
    static List<String> byDefault(CatalogObject privileges) {
        String begin = "ALTER DEFAULT PRIVILEGES"
                + (privileges.get("role").equals("CURRENT_USER") ? "" : " FOR ROLE " + privileges.get("role"))
                + (privileges.parent().isEmpty() ? " " : " IN SCHEMA " + privileges.parent() + " ");
        return grants(privileges, privileges.get("objects")).stream()
                .map(each -> begin + each)
                .toList();
    }

    /** Grants of a column name it behind each right. */
    static List<String> grantsOfColumn(CatalogObject column) {
        return grants(column, " (" + column.name() + ")", column.parent());
    }

    private static List<String> grants(CatalogObject object, String column, String subject) {
        Stream<String> revoked =
                lines(object, "revoked").map(line -> "REVOKE " + onto(line, " FROM ", column, subject));
        Stream<String> granted = lines(object, "granted").map(line -> "GRANT " + onto(line, " TO ", column, subject));
        return Stream.concat(revoked, granted).toList();
    }

    private static Stream<String> lines(CatalogObject object, String property) {
        return object.find(property).stream().flatMap(String::lines);
    }

    private static String onto(String line, String word, String column, String subject) {
        int at = line.indexOf(word);
        String rights = Stream.of(line.substring(0, at).split(", ", -1))
                .map(right -> right + column)
                .collect(Collectors.joining(", "));
        return rights + " ON " + subject + line.substring(at);
    }
}
