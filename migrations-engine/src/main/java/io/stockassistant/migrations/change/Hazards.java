package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
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

    private static final Pattern FILLED =
            Pattern.compile("^UPDATE (.+) SET (\"(?:[^\"]|\"\")+\"|\\S+) = DEFAULT WHERE ");

    private final Surroundings around;
    private final Set<String> filled = new HashSet<>();

    private Hazards(List<SchemaStatement> statements, Catalog before, Catalog after) {
        this.around = Surroundings.of(statements, before, after);
        for (SchemaStatement each : statements) {
            Matcher update = FILLED.matcher(each.sql().replaceAll("\\s+", " "));
            if (update.lookingAt()) {
                filled.add(update.group(1) + "." + update.group(2));
            }
        }
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
            case DROP -> found.addAll(DropHazards.of(statement, around));
            case RENAME -> rename(statement, found);
            case CREATE -> found.addAll(CreationHazards.of(statement, around));
            case ALTER, NONE -> {}
        }
        if (statement.kind() == Kind.COLUMN && upper.startsWith("ALTER TABLE")) {
            columnTypes(statement, found);
            writing(statement.object(), upper, found);
        }
        if (upper.startsWith("UPDATE ")) {
            add(
                    found,
                    HazardCode.IRREVERSIBLE,
                    "Rows without a value get the default, and the way back leaves it there.");
            add(found, HazardCode.LOCK, "The rows that it changes are locked until the script ends.");
        }
        if (upper.contains(" ATTACH PARTITION ") && statement.kind() == Kind.TABLE) {
            found.addAll(PartitionHazards.attached(statement.object(), sql, around));
        }
        if (upper.contains(" DETACH PARTITION ")) {
            found.addAll(PartitionHazards.detached(statement.object(), sql, around));
        }
        if (upper.contains(" VALIDATE CONSTRAINT ")) {
            add(found, HazardCode.DATA_DEPENDENT, "Fails if a row does not meet it.");
        }
        if (statement.kind() == Kind.DOMAIN && upper.endsWith(" SET NOT NULL")) {
            String columns = "columns of the type " + statement.object();
            add(found, HazardCode.DATA_DEPENDENT, "Fails if there is a null in " + columns + ".");
            add(found, HazardCode.LOCK, "Reads all tables with " + columns + " while nobody can write to them.");
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Null is refused in " + columns + " from now on.");
        } else if (upper.endsWith(" SET NOT NULL") || upper.contains(" SET NOT NULL,")) {
            String column = statement.object();
            if (!filled.contains(column)) {
                add(found, HazardCode.DATA_DEPENDENT, "Fails if " + column + " is null in any row.");
            }
            add(found, HazardCode.LOCK, "Reads all of " + Surroundings.parent(column) + " while nobody can use it.");
            found.add(NewColumnHazards.refused(column));
        }
        if (upper.contains(" SET UNLOGGED") || upper.contains(" SET LOGGED") || upper.startsWith("CLUSTER ")) {
            add(found, HazardCode.REWRITE, "The whole of " + statement.object() + " is written anew.");
        }
        if (upper.matches("^(GRANT|REVOKE|ALTER DEFAULT PRIVILEGES) .*")
                || statement.kind() == Kind.POLICY
                || upper.contains(" OWNER TO ")
                || upper.contains(" ROW LEVEL SECURITY")
                || upper.contains(" SECURITY DEFINER")) {
            add(found, HazardCode.AUTHZ, "Who may see or do what changes.");
        }
        return found;
    }

    /** Applications of before leave a column out, or give it values, as they could then. */
    private void writing(String column, String upper, List<Hazard> found) {
        Optional<CatalogObject> was = around.before().find(Kind.COLUMN, column);
        Optional<CatalogObject> is = around.after().find(Kind.COLUMN, column);
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        boolean givesNoValue = upper.endsWith(" DROP DEFAULT") || upper.endsWith(" DROP IDENTITY");
        boolean needsOne = is.get().has("not null")
                && List.of("default", "identity", "generated").stream().noneMatch(is.get()::has);
        if (givesNoValue && needsOne) {
            found.add(NewColumnHazards.refused(column));
        }
        if (upper.contains(" GENERATED ALWAYS AS IDENTITY") || upper.endsWith(" SET GENERATED ALWAYS")) {
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still gives " + column + " its numbers fails.");
        }
    }

    private void columnTypes(SchemaStatement statement, List<Hazard> found) {
        Matcher each = NEW_TYPE.matcher(statement.sql());
        while (each.find()) {
            String column = Surroundings.parent(statement.object()) + "." + each.group(1);
            found.addAll(ColumnTypeHazards.of(column, around.before(), around.after(), statement.sql()));
        }
    }

    private static void rename(SchemaStatement statement, List<Hazard> found) {
        if (Set.of(Kind.TABLE, Kind.COLUMN, Kind.ENUM, Kind.SEQUENCE).contains(statement.kind())) {
            add(found, HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses the old name fails.");
        }
    }

    private static void add(List<Hazard> found, HazardCode code, String sentence) {
        found.add(new Hazard(code, sentence));
    }
}
