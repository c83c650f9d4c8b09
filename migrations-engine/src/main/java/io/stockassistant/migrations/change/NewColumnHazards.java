package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What it means that a table that was there before gets a column. */
final class NewColumnHazards {

    /** Functions of the server that have another value for each row. */
    private static final Pattern VOLATILE = Pattern.compile(
            "\\b(?:nextval|random|gen_random_uuid|uuidv[47]|uuid_generate_v\\w+|clock_timestamp|timeofday)\\(");

    private NewColumnHazards() {}

    static List<Hazard> of(SchemaStatement statement, String table, Surroundings around) {
        List<Hazard> found = new ArrayList<>();
        Optional<CatalogObject> column = around.after().find(Kind.COLUMN, statement.object());
        String type = column.map(each -> each.get("type")).orElse("");
        boolean constrained = UserTypes.isConstrained(around.after(), type);
        if (isNeverNull(column, around) && !isFilled(column, around)) {
            found.add(new Hazard(
                    HazardCode.DATA_DEPENDENT,
                    "Fails if " + table + " has a row: none has a value for the new column."));
            found.add(refused(statement.object()));
        }
        boolean computed = column.filter(
                        each -> each.has("identity") || (each.has("generated") && !each.has("virtual")))
                .isPresent();
        if (computed || constrained || isDifferentInEachRow(statement.sql(), around.after())) {
            found.add(new Hazard(HazardCode.REWRITE, "The whole of " + table + " is written anew."));
        }
        boolean wasWritten = around.before()
                .find(Kind.COLUMN, statement.object())
                .filter(each -> !each.has("generated"))
                .isPresent();
        if (wasWritten && column.filter(each -> each.has("generated")).isPresent()) {
            found.add(new Hazard(
                    HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still writes " + statement.object() + " fails."));
        }
        return found;
    }

    static Hazard refused(String column) {
        return new Hazard(HazardCode.BACKWARD_INCOMPATIBLE, "Rows without " + column + " are refused from now on.");
    }

    private static boolean isNeverNull(Optional<CatalogObject> column, Surroundings around) {
        return column.filter(each -> each.has("not null")
                        || around.after()
                                .find(Kind.DOMAIN, each.get("type"))
                                .filter(domain -> domain.has("not null"))
                                .isPresent())
                .isPresent();
    }

    private static boolean isFilled(Optional<CatalogObject> column, Surroundings around) {
        return column.filter(each -> each.has("default")
                        || each.has("identity")
                        || each.has("generated")
                        || around.after()
                                .find(Kind.DOMAIN, each.get("type"))
                                .filter(domain -> domain.has("default"))
                                .isPresent())
                .isPresent();
    }

    static boolean isDifferentInEachRow(String sql, Catalog after) {
        return VOLATILE.matcher(sql).find()
                || after.list(Kind.FUNCTION).stream()
                        .filter(each -> !each.get("definition").contains(" IMMUTABLE")
                                && !each.get("definition").contains(" STABLE"))
                        .anyMatch(each -> sql.contains(each.qualified().replaceFirst("\\(.*", "(")));
    }
}
