package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of each statement of a script what it may do to rows, to other sessions and to applications. */
final class Hazards {

    private static final Pattern NEW_TYPE =
            Pattern.compile("ALTER COLUMN (\"(?:[^\"]|\"\")+\"|\\S+) (?:SET DATA )?TYPE ");

    private static final Set<Kind> WITH_CONTENT = Set.of(
            Kind.TABLE, Kind.COLUMN, Kind.SEQUENCE, Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE, Kind.RANGE_TYPE);

    private final Catalog before;
    private final Catalog after;
    private final Set<String> created = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();

    private Hazards(List<SchemaStatement> statements, Catalog before, Catalog after) {
        this.before = before;
        this.after = after;
        statements.stream().filter(each -> each.action() == Action.CREATE).forEach(each -> created.add(each.object()));
        statements.stream().filter(each -> each.action() == Action.DROP).forEach(each -> dropped.add(each.object()));
    }

    /** @param before the schema before the first of them */
    static List<SchemaStatement> of(List<SchemaStatement> statements, Catalog before, Catalog after) {
        Hazards hazards = new Hazards(statements, before, after);
        return statements.stream()
                .map(each -> {
                    List<Hazard> all = new ArrayList<>(each.hazards());
                    all.addAll(hazards.of(each));
                    return each.with(all.stream().distinct().toList());
                })
                .toList();
    }

    private List<Hazard> of(SchemaStatement statement) {
        List<Hazard> found = new ArrayList<>();
        String sql = statement.sql().replaceAll("\\s+", " ");
        String upper = sql.toUpperCase(Locale.ROOT);
        switch (statement.action()) {
            case DROP -> drop(statement, found);
            case RENAME -> rename(statement, found);
            case CREATE -> create(statement, upper, found);
            case ALTER, NONE -> {}
        }
        if (statement.kind() == Kind.COLUMN && upper.startsWith("ALTER TABLE")) {
            columnTypes(statement, found);
        }
        if (upper.startsWith("UPDATE ")) {
            add(
                    found,
                    HazardCode.IRREVERSIBLE,
                    "Rows without a value get the default, and the way back leaves it there.");
            add(found, HazardCode.LOCK, "The rows that it changes are locked until the script ends.");
        }
        if (upper.contains(" ATTACH PARTITION ") && statement.kind() == Kind.TABLE) {
            attach(statement, sql, found);
        }
        if (upper.endsWith(" SET NOT NULL") || upper.contains(" SET NOT NULL,")) {
            String column = statement.object();
            add(found, HazardCode.DATA_DEPENDENT, "Fails if " + column + " is null in any row.");
            add(found, HazardCode.LOCK, "Reads all of " + parent(column) + " while nobody can use it.");
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Rows without " + column + " are refused from now on.");
        }
        if (upper.contains(" SET UNLOGGED") || upper.contains(" SET LOGGED") || upper.startsWith("CLUSTER ")) {
            add(found, HazardCode.REWRITE, "The whole of " + statement.object() + " is written anew.");
        }
        if (upper.matches("^(GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) .*")
                || statement.kind() == Kind.POLICY
                || upper.contains(" ROW LEVEL SECURITY")
                || upper.contains(" SECURITY DEFINER")) {
            add(found, HazardCode.AUTHZ, "Who may see or do what changes.");
        }
        return found;
    }

    private void columnTypes(SchemaStatement statement, List<Hazard> found) {
        Matcher each = NEW_TYPE.matcher(statement.sql());
        while (each.find()) {
            String column = parent(statement.object()) + "." + each.group(1);
            found.addAll(ColumnTypeHazards.of(column, before, after, statement.sql()));
        }
    }

    private void attach(SchemaStatement statement, String sql, List<Hazard> found) {
        String partition = sql.replaceFirst(".* ATTACH PARTITION ", "").replaceFirst(" .*", "");
        if (before.find(Kind.TABLE, partition).isPresent()) {
            add(found, HazardCode.DATA_DEPENDENT, "Fails if a row of " + partition + " is outside of the bounds.");
            add(found, HazardCode.LOCK, "Reads all of " + partition + " while nobody can use it.");
        }
        if (before.find(Kind.TABLE, statement.object()).isEmpty()) {
            found.clear();
        }
    }

    private void drop(SchemaStatement statement, List<Hazard> found) {
        String object = statement.object();
        boolean comesBack = created.contains(object);
        Optional<CatalogObject> was = before.find(statement.kind(), object);
        boolean computed = was.filter(each -> each.has("generated")).isPresent();
        if (comesBack && WITH_CONTENT.contains(statement.kind()) && !computed) {
            add(
                    found,
                    HazardCode.REPLACES_OBJECT,
                    "Another " + statement.kind().word() + " takes the name " + object + ".");
        }
        if (was.isEmpty()) {
            return;
        }
        String what = switch (statement.kind()) {
            case TABLE -> "All rows of " + object + " are gone.";
            case COLUMN -> computed ? "" : "All values of " + object + " are gone.";
            case SEQUENCE -> "The position of " + object + " is gone.";
            default -> "";
        };
        if (!what.isEmpty()) {
            add(found, HazardCode.DATA_LOSS, what);
            if (statement.kind() != Kind.SEQUENCE) {
                add(found, HazardCode.IRREVERSIBLE, "The way back makes it again without what was in it.");
            }
        }
        boolean used = Set.of(
                        Kind.TABLE,
                        Kind.COLUMN,
                        Kind.VIEW,
                        Kind.MATERIALIZED_VIEW,
                        Kind.FUNCTION,
                        Kind.PROCEDURE,
                        Kind.SEQUENCE)
                .contains(statement.kind());
        if (used && !comesBack) {
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses " + object + " fails.");
        }
    }

    private static void rename(SchemaStatement statement, List<Hazard> found) {
        if (Set.of(Kind.TABLE, Kind.COLUMN, Kind.ENUM).contains(statement.kind())) {
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses the old name fails.");
        }
    }

    private void create(SchemaStatement statement, String upper, List<Hazard> found) {
        String table = statement.kind() == Kind.INDEX
                ? after.find(Kind.INDEX, statement.object())
                        .flatMap(each -> each.find("table"))
                        .orElse("")
                : parent(statement.object());
        boolean domain = before.find(Kind.DOMAIN, table).isPresent() && !created.contains(table);
        if (created.contains(table) || (before.find(Kind.TABLE, table).isEmpty() && !domain)) {
            return;
        }
        switch (statement.kind()) {
            case INDEX -> {
                add(found, HazardCode.LOCK, "Nobody can write to " + table + " until the index is built.");
                if (upper.startsWith("CREATE UNIQUE")) {
                    add(found, HazardCode.DATA_DEPENDENT, "Fails if two rows are equal.");
                }
            }
            case CONSTRAINT -> constraint(table, upper, found);
            case COLUMN -> column(statement, table, upper, found);
            default -> {}
        }
    }

    private static void constraint(String table, String upper, List<Hazard> found) {
        if (!upper.endsWith(" NOT VALID")) {
            add(found, HazardCode.DATA_DEPENDENT, "Fails if a row of " + table + " does not meet it.");
            add(found, HazardCode.LOCK, "Reads all of " + table + " while nobody can write to it.");
        }
        add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Rows that do not meet it are refused from now on.");
    }

    private void column(SchemaStatement statement, String table, String upper, List<Hazard> found) {
        Optional<CatalogObject> column = after.find(Kind.COLUMN, statement.object());
        boolean filled = column.filter(each -> each.has("default") || each.has("identity") || each.has("generated"))
                .isPresent();
        if (column.filter(each -> each.has("not null")).isPresent() && !filled) {
            add(
                    found,
                    HazardCode.DATA_DEPENDENT,
                    "Fails if " + table + " has a row: none has a value for the new column.");
            add(
                    found,
                    HazardCode.BACKWARD_INCOMPATIBLE,
                    "Rows without " + statement.object() + " are refused from now on.");
        }
        boolean computed =
                column.filter(each -> each.has("identity") || (each.has("generated") && !each.has("virtual")))
                                .isPresent()
                        || upper.contains("NEXTVAL(")
                        || upper.contains("RANDOM_UUID(");
        if (computed) {
            add(found, HazardCode.REWRITE, "The whole of " + table + " is written anew.");
        }
    }

    private static String parent(String object) {
        int dot = object.lastIndexOf('.');
        return dot < 0 ? "" : object.substring(0, dot);
    }

    private static void add(List<Hazard> found, HazardCode code, String sentence) {
        found.add(new Hazard(code, sentence));
    }
}
