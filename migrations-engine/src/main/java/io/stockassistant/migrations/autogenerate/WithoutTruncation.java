package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in fewer characters: an explicit cast cuts what is longer and says nothing; without one the server refuses. */
final class WithoutTruncation {

    private static final Pattern NARROWED = Pattern.compile(
            "^(ALTER TABLE [\\s\\S]+? TYPE character(?: varying)?\\(\\d+\\)(?: COLLATE \\S+)?) USING [^,]+::character(?: varying)?\\(\\d+\\)$");

    private WithoutTruncation() {}

    static SchemaStatement mend(SchemaStatement statement, Catalog now) {
        Matcher narrowed = NARROWED.matcher(statement.sql());
        boolean text = now.find(Kind.COLUMN, statement.object())
                .map(CatalogObject::properties)
                .filter(each -> String.valueOf(each.get("type")).matches("text|character.*"))
                .isPresent();
        return text && narrowed.matches()
                ? SchemaStatement.of(statement.action(), statement.kind(), statement.object(), narrowed.group(1))
                : statement;
    }
}
