package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A new column that the library first makes and then gives a default: in one statement, rows that are there have the
 * default as those have that come. One that is different in each row stays apart, since the whole table would be written.
 */
final class NewColumnDefaults {

    private static final Pattern SET_DEFAULT = Pattern.compile(
            "^ALTER TABLE (?:ONLY )?\\S+\\s+ALTER COLUMN (?:\"(?:[^\"]|\"\")+\"|\\S+) SET DEFAULT ([\\s\\S]+)$");

    private NewColumnDefaults() {}

    static List<SchemaStatement> atOnce(List<SchemaStatement> statements, Catalog wanted) {
        List<SchemaStatement> all = new ArrayList<>();
        for (SchemaStatement each : statements) {
            Optional<SchemaStatement> column = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
            Optional<String> value = column.filter(NewColumnDefaults::isMade)
                    .filter(made -> made.object().equals(each.object()))
                    .flatMap(made -> constant(each.sql(), wanted));
            if (value.isPresent()) {
                SchemaStatement made = all.remove(all.size() - 1);
                String sql = made.sql() + " DEFAULT " + value.get();
                all.add(SchemaStatement.of(made.action(), made.kind(), made.object(), sql));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    private static boolean isMade(SchemaStatement statement) {
        return statement.action() == Action.CREATE && statement.kind() == Kind.COLUMN;
    }

    private static Optional<String> constant(String sql, Catalog wanted) {
        Matcher found = SET_DEFAULT.matcher(sql);
        return found.matches() && !NewColumnHazards.isDifferentInEachRow(sql, wanted)
                ? Optional.of(found.group(1))
                : Optional.empty();
    }
}
