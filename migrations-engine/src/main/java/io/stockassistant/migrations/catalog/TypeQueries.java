package io.stockassistant.migrations.catalog;

/** The queries for types that are no rows of a table. */
final class TypeQueries {

    private TypeQueries() {}

    /** Enums and composite types; types written in another language, and names that have been announced. */
    static String allButDomainsAndRanges() {
        return identity("CASE t.typtype WHEN 'e' THEN 'ENUM' WHEN 'c' THEN 'COMPOSITE_TYPE' ELSE 'BASE_TYPE' END")
                + """
                , (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e
                    WHERE e.enumtypid = t.oid) AS labels, %s""".formatted(owned())
                + from("""
                        (t.typtype = 'e' OR t.typtype IN ('b', 'p') AND t.typelem = 0
                            OR t.typrelid IN (SELECT c.oid FROM rel c WHERE c.relkind = 'c'))""");
    }

    static String domains() {
        return identity("'DOMAIN'")
                + """
                , format_type(t.typbasetype, t.typtypmod) AS type,
                CASE WHEN t.typcollation <> b.typcollation THEN
                    (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname) FROM pg_collation l
                        JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = t.typcollation) END AS collation,
                %s, coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)) AS "default", %s""".formatted(Fragments.flag("t.typnotnull", "not null"), owned())
                + from("t.typtype = 'd'").replace(" WHERE ", " JOIN pg_type b ON b.oid = t.typbasetype WHERE ");
    }

    static String ranges(int major) {
        String multirange =
                major < 14 ? "NULL" : "(SELECT quote_ident(m.typname) FROM pg_type m WHERE m.oid = r.rngmultitypid)";
        return identity("'RANGE_TYPE'")
                + """
                , format_type(r.rngsubtype, NULL) AS subtype,
                (SELECT quote_ident(n.nspname) || '.' || quote_ident(o.opcname) FROM pg_opclass o
                    JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE o.oid = r.rngsubopc AND NOT o.opcdefault) AS "operator class",
                CASE WHEN r.rngcollation <> s.typcollation THEN
                    (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname) FROM pg_collation l
                        JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = r.rngcollation) END AS collation,
                nullif(r.rngcanonical::oid, 0)::regproc AS canonical,
                nullif(r.rngsubdiff::oid, 0)::regproc AS difference,
                %s AS multirange, %s""".formatted(multirange, owned())
                + from("t.typtype = 'r'")
                        .replace(
                                " WHERE ",
                                " JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type s ON s.oid = r.rngsubtype WHERE ");
    }

    private static String identity(String kind) {
        return Fragments.identity(kind, "scope.schema", "quote_ident(t.typname)", "pg_type", "t.oid");
    }

    private static String owned() {
        return Fragments.owned("pg_type", "t.oid", "t.typowner", "t.typacl", "'T'");
    }

    private static String from(String condition) {
        return " FROM pg_type t JOIN scope ON scope.oid = t.typnamespace WHERE " + condition + " AND "
                + Fragments.ownObject("pg_type", "t.oid");
    }
}
