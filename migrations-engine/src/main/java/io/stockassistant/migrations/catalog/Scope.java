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
    private final List<String> relations;
    private final List<String> roles;
    private final boolean inUse;
    private final boolean publications;

    private record QualifiedName(String schema, String table) {}

    private Scope(
            boolean whole,
            List<String> schemas,
            List<QualifiedName> hidden,
            List<String> relations,
            List<String> roles,
            boolean inUse,
            boolean publications) {
        this.whole = whole;
        this.schemas = List.copyOf(schemas);
        this.hidden = List.copyOf(hidden);
        this.relations = List.copyOf(relations);
        this.roles = List.copyOf(roles);
        this.inUse = inUse;
        this.publications = publications;
    }

    private Scope(boolean whole, List<String> schemas) {
        this(whole, schemas, List.of(), List.of(), List.of(), false, whole);
    }

    /** Some schemas and everything in them, which must be at least one. */
    public static Scope schemas(Collection<String> schemas) {
        return new Scope(false, List.copyOf(schemas));
    }

    /** Every schema, and what stands in none: extensions, publications, casts, event triggers, and the like. */
    public static Scope wholeDatabase() {
        return new Scope(true, List.of("information_schema"));
    }

    /** The whole database but some schemas. */
    public static Scope wholeDatabaseWithout(Collection<String> schemas) {
        List<String> left = new ArrayList<>(schemas);
        left.add("information_schema");
        return new Scope(true, left);
    }

    /** The same without a table, its indexes and all else that belongs to it. */
    public Scope withoutTable(String schema, String table) {
        List<QualifiedName> more = new ArrayList<>(hidden);
        more.add(new QualifiedName(schema, table));
        return new Scope(whole, schemas, more, relations, roles, inUse, publications);
    }

    /**
     * The same, with some of the relations alone, by qualified name as the server writes it; composite types are looked at
     * as before.
     *
     * @param names at least one
     */
    public Scope ofRelations(Collection<String> names) {
        return new Scope(whole, schemas, hidden, List.copyOf(names), roles, inUse, publications);
    }

    /**
     * The same, with what belongs to these roles told as if it belonged to whoever looks. Without this, it is what
     * belongs to whoever looks.
     *
     * @param owners at least one
     */
    public Scope ofRoles(Collection<String> owners) {
        return new Scope(whole, schemas, hidden, relations, List.copyOf(owners), inUse, publications);
    }

    /** The same for a database that people work with: large objects are their data, and can be millions. */
    public Scope ofDatabaseInUse() {
        return new Scope(whole, schemas, hidden, relations, roles, true, publications);
    }

    /** The same with publications, which stand in no schema; the whole database has them anyway. */
    public Scope withPublications() {
        return new Scope(whole, schemas, hidden, relations, roles, inUse, true);
    }

    boolean isInUse() {
        return inUse;
    }

    boolean hasPublications() {
        return publications;
    }

    boolean isWholeDatabase() {
        return whole;
    }

    /** Whether the schema called {@code nspname} is looked at, as SQL. */
    String schemaCondition() {
        String names = schemas.stream().map(Literals::quote).collect(Collectors.joining(", "));
        return whole ? "nspname !~ '^pg_' AND nspname NOT IN (" + names + ")" : "nspname IN (" + names + ")";
    }

    /** Whether the role called {@code rolname} is taken for whoever looks, as SQL. */
    String roleCondition() {
        return roles.isEmpty()
                ? "rolname = current_user"
                : roles.stream().map(Literals::quote).collect(Collectors.joining(", ", "rolname IN (", ")"));
    }

    /** Whether the relation {@code c} in the schema {@code nspname}, {@code schema} as SQL, is looked at, as SQL. */
    String relationCondition() {
        List<String> conditions = new ArrayList<>();
        if (!hidden.isEmpty()) {
            conditions.add(hidden.stream()
                    .map(each -> "(" + Literals.quote(each.schema()) + ", " + Literals.quote(each.table()) + ")")
                    .collect(Collectors.joining(", ", "(nspname, relname) NOT IN (", ")")));
        }
        if (!relations.isEmpty()) {
            conditions.add(relations.stream()
                    .map(Literals::quote)
                    .collect(Collectors.joining(
                            ", ", "(c.relkind = 'c' OR scope.schema || '.' || quote_ident(relname) IN (", "))")));
        }
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }
}
