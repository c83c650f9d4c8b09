package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What it means that an object comes to a table, a domain or a view that was there before. */
final class CreationHazards {

    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(([^)]*)\\)");

    private final SchemaStatement statement;
    private final Surroundings around;
    private final List<Hazard> found = new ArrayList<>();

    private CreationHazards(SchemaStatement statement, Surroundings around) {
        this.statement = statement;
        this.around = around;
    }

    static List<Hazard> of(SchemaStatement statement, Surroundings around) {
        CreationHazards hazards = new CreationHazards(statement, around);
        if (statement.kind() == Kind.VIEW || statement.kind() == Kind.MATERIALIZED_VIEW) {
            hazards.view();
        } else if (statement.kind() == Kind.TABLE) {
            hazards.found.addAll(PartitionHazards.created(statement.object(), around));
        } else {
            hazards.onTable();
        }
        return hazards.found;
    }

    private void view() {
        String view = statement.object();
        List<String> left =
                around.after().columns(view).stream().map(CatalogObject::name).toList();
        around.before().columns(view).stream()
                .filter(each -> !left.contains(each.name()))
                .findFirst()
                .ifPresent(each ->
                        add(HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses " + each.qualified() + " fails."));
        if (around.before().find(Kind.MATERIALIZED_VIEW, view).isPresent()
                && statement.kind() == Kind.MATERIALIZED_VIEW) {
            add(HazardCode.LOCK, "Nobody can read " + view + " until its query has run.");
        }
    }

    private void onTable() {
        String table = statement.kind() == Kind.INDEX
                ? around.after()
                        .find(Kind.INDEX, statement.object())
                        .flatMap(each -> each.find("table"))
                        .orElse("")
                : Surroundings.parent(statement.object());
        boolean existed = around.before().find(Kind.TABLE, table).isPresent()
                || around.before().find(Kind.DOMAIN, table).isPresent();
        if (around.created().contains(table) || !existed) {
            return;
        }
        switch (statement.kind()) {
            case INDEX -> {
                // That of a partitioned table alone has no rows to look at.
                if (!statement.sql().contains(" ON ONLY ")) {
                    add(HazardCode.LOCK, "Nobody can write to " + table + " until the index is built.");
                }
                if (statement.sql().startsWith("CREATE UNIQUE")) {
                    add(HazardCode.DATA_DEPENDENT, "Fails if two rows are equal.");
                }
            }
            case CONSTRAINT -> constraint(table);
            case COLUMN -> found.addAll(NewColumnHazards.of(statement, table, around));
            default -> {}
        }
    }

    private void constraint(String table) {
        boolean valid = !statement.sql().endsWith(" NOT VALID");
        boolean onNewColumn = isForeignKeyOfNewColumn(table);
        boolean heldBefore = !valid
                && definition(around.before().find(Kind.CONSTRAINT, statement.object()))
                        .map(each -> each + " NOT VALID")
                        .equals(definition(around.after().find(Kind.CONSTRAINT, statement.object())));
        if (valid && !onNewColumn) {
            add(HazardCode.DATA_DEPENDENT, "Fails if a row of " + table + " does not meet it.");
        }
        if (valid) {
            add(HazardCode.LOCK, "Reads all of " + table + " while nobody can write to it.");
        }
        if (!heldBefore && !onNewColumn) {
            add(HazardCode.BACKWARD_INCOMPATIBLE, "Rows that do not meet it are refused from now on.");
        }
    }

    private static Optional<String> definition(Optional<CatalogObject> constraint) {
        return constraint.flatMap(each -> each.find("definition"));
    }

    /** Rows that are there have nothing in it, and rows of an application that does not know it have nothing either. */
    private boolean isForeignKeyOfNewColumn(String table) {
        Matcher columns = FOREIGN_KEY.matcher(statement.sql());
        return columns.find()
                && Stream.of(columns.group(1).split(", ", -1))
                        .map(each -> table + "." + each)
                        .filter(around.created()::contains)
                        .anyMatch(each -> around.after()
                                .find(Kind.COLUMN, each)
                                .filter(column -> !column.has("default") && !column.has("generated"))
                                .isPresent());
    }

    private void add(HazardCode code, String sentence) {
        found.add(new Hazard(code, sentence));
    }
}
