package io.stockassistant.migrations.catalog;

/** The query for constraints. NOT NULL is none here but a property of its column, as it was before PostgreSQL 18. */
final class ConstraintQueries {

    private ConstraintQueries() {}

    /**
     * Of tables and of domains; without what the server makes for partitions out of a foreign key. The triggers by which it
     * keeps foreign keys can be switched off ({@code DISABLE TRIGGER ALL}), and nothing else says so.
     */
    static String all() {
        return Fragments.identity(
                        "'CONSTRAINT'",
                        "coalesce(c.qualified, t.qualified)",
                        "quote_ident(k.conname)",
                        "pg_constraint",
                        "k.oid")
                + """
                , CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check'
                    WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END AS type,
                pg_get_constraintdef(k.oid) AS definition, %s,
                off.enabled, %s
                FROM pg_constraint k LEFT JOIN rel c ON c.oid = k.conrelid
                LEFT JOIN (SELECT t.oid, scope.schema || '.' || quote_ident(t.typname) AS qualified
                    FROM pg_type t JOIN scope ON scope.oid = t.typnamespace WHERE %s) t ON t.oid = k.contypid
                LEFT JOIN (SELECT coalesce(nullif(p.conparentid, 0), p.oid) AS oid, string_agg(DISTINCT how, ', ' ORDER BY how) AS enabled
                    FROM pg_trigger g JOIN pg_constraint p ON p.oid = g.tgconstraint CROSS JOIN LATERAL (SELECT (CASE g.tgenabled
                        WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' ELSE 'always' END || ' on ' || g.tgrelid::regclass)
                        COLLATE "C" AS how) e WHERE g.tgenabled <> 'O' GROUP BY 1) off ON off.oid = k.oid
                WHERE (c.oid IS NOT NULL OR t.oid IS NOT NULL) AND k.contype IN ('c', 'p', 'u', 'x', 'f')
                AND NOT (k.contype = 'f' AND k.conparentid <> 0)
                """.formatted(
                                Fragments.flag("NOT k.conislocal", "inherited"),
                                Fragments.comment("pg_constraint", "k.oid"),
                                Fragments.ownObject("pg_type", "t.oid"));
    }
}
