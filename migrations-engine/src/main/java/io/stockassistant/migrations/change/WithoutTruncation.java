package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in fewer characters: an explicit cast cuts what is longer and says nothing; without one the server refuses. */
final class WithoutTruncation {

    private static final String LIMITED = "character(?: varying)?\\(\\d+\\)";

    private static final Pattern NARROWED = Pattern.compile("ALTER COLUMN (\"(?:[^\"]|\"\")+\"|\\S+) TYPE (" + LIMITED
            + "(?: COLLATE \\S+)?) USING (?:\"(?:[^\"]|\"\")+\"|\\S+?)::" + LIMITED);

    private WithoutTruncation() {}

    static SchemaStatement mend(SchemaStatement statement, Catalog now) {
        Matcher narrowed = NARROWED.matcher(statement.sql());
        String table =
                statement.object().substring(0, Math.max(0, statement.object().lastIndexOf('.')));
        String sql = narrowed.replaceAll(each -> Matcher.quoteReplacement(
                isText(now, table + "." + each.group(1))
                        ? "ALTER COLUMN " + each.group(1) + " TYPE " + each.group(2)
                        : each.group()));
        return SchemaStatement.of(statement.action(), statement.kind(), statement.object(), sql);
    }

    private static boolean isText(Catalog now, String column) {
        return now.find(Kind.COLUMN, column)
                .map(each -> each.get("type"))
                .filter(each -> each.matches("text|character.*"))
                .isPresent();
    }
}
