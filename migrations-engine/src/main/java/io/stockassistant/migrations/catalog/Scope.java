package io.stockassistant.migrations.catalog;

import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What of a database is looked at. The server's own schemas and the objects of extensions never are. */
public final class Scope {

    private final boolean whole;
    private final List<String> schemas;
    private final List<QualifiedName> hidden;

    private record QualifiedName(String schema, String table) {}

    private Scope(boolean whole, List<String> schemas, List<QualifiedName> hidden) {
        this.whole = whole;
        this.schemas = List.copyOf(schemas);
        this.hidden = List.copyOf(hidden);
    }

    /** Some schemas and everything in them, which must be at least one. */
    public static Scope schemas(Collection<String> schemas) {
        return new Scope(false, List.copyOf(schemas), List.of());
    }

    /** Every schema, and what stands in none: extensions, publications, casts, event triggers, and the like. */
    public static Scope wholeDatabase() {
        return new Scope(true, List.of("information_schema"), List.of());
    }

    /** The whole database but some schemas. */
    public static Scope wholeDatabaseWithout(Collection<String> schemas) {
        List<String> left = new ArrayList<>(schemas);
        left.add("information_schema");
        return new Scope(true, left, List.of());
    }

    /** The same without a table, its indexes and all else that belongs to it. */
    public Scope withoutTable(String schema, String table) {
        List<QualifiedName> more = new ArrayList<>(hidden);
        more.add(new QualifiedName(schema, table));
        return new Scope(whole, schemas, more);
    }

    boolean isWholeDatabase() {
        return whole;
    }

    /** Whether the schema called {@code nspname} is looked at, as SQL. */
    String schemaCondition() {
        String names = schemas.stream().map(Literals::quote).collect(Collectors.joining(", "));
        return whole ? "nspname !~ '^pg_' AND nspname NOT IN (" + names + ")" : "nspname IN (" + names + ")";
    }

    /** Whether the relation {@code c} in the schema {@code nspname} is looked at, as SQL. */
    String relationCondition() {
        return hidden.isEmpty()
                ? "true"
                : hidden.stream()
                        .map(each -> "(" + Literals.quote(each.schema()) + ", " + Literals.quote(each.table()) + ")")
                        .collect(Collectors.joining(", ", "(nspname, relname) NOT IN (", ")"));
    }
}
