package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.module.Identifiers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL that does the same and holds up nobody, as remedies have it. */
final class SafeSql {

    /** Where nothing but a short lock is wrong, and there is no way without. */
    static final String ALONE =
            "Let it be all that its migration does: the lock lasts until the end of the transaction, and"
                    + " a run that does not get it in time tries again (--lock-timeout, --lock-retries).";

    private static final Pattern INDEX = Pattern.compile(
            "CREATE (UNIQUE )?INDEX (?<name>\"(?:[^\"]|\"\")+\"|\\S+) ON (?:ONLY )?(?<table>.+?)\\s*(?<rest>(?:USING\\b|\\().*)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SafeSql() {}

    static String notValid(Relation table, String name, String definition) {
        return "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + definition + " NOT VALID;";
    }

    static String validate(Relation table, String name) {
        return "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name + ";";
    }

    /** Adds a constraint and checks the rows in another transaction. */
    static String checkedLater(Relation table, String name, String definition) {
        return notValid(table, name, definition) + " and in a later migration: " + validate(table, name);
    }

    static String notNull(Relation table, String column) {
        String name = name(table, column, "not_null");
        return checkedLater(table, name, "CHECK (" + column + " IS NOT NULL)") + " ALTER TABLE " + table
                + " ALTER COLUMN " + column + " SET NOT NULL; ALTER TABLE " + table + " DROP CONSTRAINT " + name + ";";
    }

    /** @param definition of an index, as the server writes it */
    static String concurrently(String definition) {
        return definition.replaceFirst(" INDEX ", " INDEX CONCURRENTLY IF NOT EXISTS ") + ";";
    }

    /** The name with the schema of a table. */
    static String beside(Relation table, String name) {
        return schema(table) + "." + name;
    }

    /** Whether this is what a message of the server calls a table. */
    static boolean isNamed(Relation table, String name) {
        return Identifiers.unquote(table.qualified().substring(schema(table).length() + 1))
                .equals(name);
    }

    /** What the server would make of a CREATE INDEX CONCURRENTLY, as far as it takes to read it. */
    static String definition(String sql) {
        return sql.replaceFirst("(?i)\\s+CONCURRENTLY\\b", "")
                .replaceFirst("(?i)\\s+IF\\s+NOT\\s+EXISTS\\b", "")
                .replaceFirst("(?i)^\\s*CREATE\\s+(UNIQUE\\s+)?INDEX\\s+", "CREATE $1INDEX ")
                .replaceFirst("(?is)\\s+ON\\s+(ONLY\\s+)?", " ON ");
    }

    /** A constraint on a table whose rows are there already. */
    static String added(NewConstraint added) {
        Relation table = added.change().table();
        Constraint constraint = added.constraint();
        return switch (constraint.kind()) {
            case CHECK, FOREIGN_KEY, NOT_NULL -> checkedLater(table, constraint.name(), constraint.definition());
            case UNIQUE, PRIMARY_KEY ->
                added.findNewIndex()
                        .map(each -> table.kind() == Relation.Kind.PARTITIONED_TABLE
                                ? "ALTER TABLE ONLY " + table + " ADD CONSTRAINT " + constraint.name() + " "
                                        + constraint.definition()
                                        + "; then for each partition CREATE UNIQUE INDEX CONCURRENTLY,"
                                        + " ADD CONSTRAINT … USING INDEX, and ALTER INDEX " + beside(table, each.name())
                                        + " ATTACH PARTITION."
                                : usingIndex(table, constraint, each))
                        .orElse("");
            case EXCLUSION, TRIGGER ->
                "In a maintenance window: ALTER TABLE " + table + " ADD CONSTRAINT " + constraint.name() + " "
                        + constraint.definition() + ";";
        };
    }

    /** What makes the columns of a new primary key NOT NULL; empty if they were. */
    static String notNullForKey(NewConstraint key) {
        return key.change().changedColumns().stream()
                .filter(each -> !each.before().notNull() && each.after().notNull())
                .filter(each -> key.constraint().columns().contains(each.after().number()))
                .map(each -> notNull(key.change().table(), each.after().name()))
                .collect(Collectors.joining(" "));
    }

    /** Builds an index for a constraint first. */
    private static String usingIndex(Relation table, Constraint constraint, Index index) {
        String kind = constraint.definition().replaceFirst(" \\(.*?\\)( INCLUDE \\(.*?\\))?", "");
        int words = kind.startsWith("PRIMARY KEY") ? "PRIMARY KEY".length() : "UNIQUE".length();
        String timing = kind.substring(words).replace(" NULLS NOT DISTINCT", "");
        return "In a migration without a transaction: " + concurrently(index.definition())
                + " and in a later one: ALTER TABLE " + table + " ADD CONSTRAINT " + constraint.name() + " "
                + kind.substring(0, words) + " USING INDEX " + index.name() + timing + ";";
    }

    /** Builds the index of a partitioned table part by part. */
    static String indexByParts(Relation table, String definition, List<TableState> parts) {
        Matcher index = INDEX.matcher(definition);
        if (!index.matches()) {
            return "Create it ON ONLY " + table + ", CONCURRENTLY on each partition, and attach these.";
        }
        String create = definition.substring(0, index.end("name"));
        String name = index.group("name");
        String schema = schema(table);
        return create + " ON ONLY " + table + " " + index.group("rest") + "; and in migrations without a transaction: "
                + parts.stream()
                        .map(each -> "CREATE " + (index.group(1) == null ? "" : "UNIQUE ")
                                + "INDEX CONCURRENTLY IF NOT EXISTS " + name(each.relation(), name) + " ON "
                                + each.relation() + " " + index.group("rest") + ";")
                        .collect(Collectors.joining(" "))
                + " and then: "
                + parts.stream()
                        .map(each -> "ALTER INDEX " + schema + "." + name + " ATTACH PARTITION "
                                + schema(each.relation()) + "." + name(each.relation(), name) + ";")
                        .collect(Collectors.joining(" "));
    }

    /** A column that gets its default for new rows first. */
    static String laterFilled(Relation table, Column column, String value) {
        return "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " " + column.type() + "; ALTER TABLE " + table
                + " ALTER COLUMN " + column.name() + " SET DEFAULT " + value
                + "; fill the rows that are there in batches"
                + (column.notNull() ? ", and in a later migration: " + notNull(table, column.name()) : ".");
    }

    /** The name of a sequence for a column, with the schema of its table. */
    static String sequence(Relation table, Column column) {
        return schema(table) + "." + name(table, column.name(), "seq");
    }

    /** A name made of others, without a schema, in quotes where it needs them. */
    static String name(Relation table, String... parts) {
        return name(table.qualified().substring(schema(table).length() + 1), parts);
    }

    static String name(String first, String... parts) {
        return written(Identifiers.unquote(first) + "_"
                + List.of(parts).stream().map(Identifiers::unquote).collect(Collectors.joining("_")));
    }

    private static String schema(Relation table) {
        return table.qualified().startsWith(table.schema() + ".") ? table.schema() : Identifiers.quote(table.schema());
    }

    private static String written(String name) {
        return PLAIN.matcher(name).matches() ? name : Identifiers.quote(name);
    }
}
