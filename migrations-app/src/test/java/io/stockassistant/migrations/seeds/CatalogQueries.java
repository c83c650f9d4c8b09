package io.stockassistant.migrations.seeds;

/** Questions to pg_catalog about the tables of the three modules. */
final class CatalogQueries {

    private static final String IN_THE_MODULES = "IN ('data_engineering', 'llm_platform', 'identity_access')";

    static final String TABLES = """
            SELECT n.nspname || '.' || t.relname
            FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE t.relkind NOT IN ('i', 'S') AND n.nspname %s
            """.formatted(IN_THE_MODULES);

    /** The columns of the table {@code ?}: name, type, "yes" when null is allowed, default or "identity". */
    static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END,
                   CASE WHEN a.attidentity = 'd' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ?::regclass AND a.attnum > 0
            ORDER BY a.attnum
            """;

    /** Primary, unique and foreign keys: table, kind, columns, and for a foreign key what it refers to. */
    static final String KEYS = """
            SELECT t.relname, c.contype, %s, f.relname || '.' || (
                SELECT string_agg(a.attname, ',' ORDER BY k.at)
                FROM unnest(c.confkey) WITH ORDINALITY k(attnum, at)
                JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.attnum)
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid LEFT JOIN pg_class f ON f.oid = c.confrelid
            WHERE c.contype IN ('p', 'u', 'f') AND c.connamespace::regnamespace::text %s
            """.formatted(columns("c.conrelid", "c.conkey", ","), IN_THE_MODULES);

    /** Indexes, those of keys too: table, name, columns, unique or not, of a constraint or not. */
    static final String INDEXES = """
            SELECT t.relname, i.relname, %s, x.indisunique,
                   EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.conrelid = t.oid)
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace::regnamespace::text %s
            """.formatted(columns("x.indrelid", "x.indkey::int2[]", ","), IN_THE_MODULES);

    /**
     * Constraints by name, and the name that the convention gives them. PostgreSQL 18 lists NOT NULL among them, under
     * names of its own: it is a property of a column here, and is left out.
     */
    static final String CONSTRAINT_NAMES = """
            SELECT c.conname, CASE c.contype
                       WHEN 'p' THEN 'pk' WHEN 'u' THEN 'uq' WHEN 'f' THEN 'fk' WHEN 'c' THEN 'ck' ELSE '?' END
                   || '_' || t.relname || '_' || %s
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
            WHERE c.contype <> 'n' AND c.connamespace::regnamespace::text %s
            """.formatted(columns("c.conrelid", "c.conkey", "_"), IN_THE_MODULES);

    /** Tables and columns with their comments. */
    static final String COMMENTS = """
            SELECT t.relname, a.attname, CASE WHEN a.attname IS NULL THEN obj_description(t.oid, 'pg_class')
                                              ELSE col_description(t.oid, a.attnum) END
            FROM pg_class t
            LEFT JOIN LATERAL (
                SELECT NULL AS attname, 0 AS attnum
                UNION ALL SELECT c.attname, c.attnum FROM pg_attribute c WHERE c.attrelid = t.oid AND c.attnum > 0
            ) a ON true
            WHERE t.relkind = 'r' AND t.relnamespace::regnamespace::text %s
            """.formatted(IN_THE_MODULES);

    private CatalogQueries() {}

    private static String columns(String table, String numbers, String separator) {
        return """
               (SELECT string_agg(a.attname, '%s' ORDER BY k.at)
                FROM unnest(%s) WITH ORDINALITY k(attnum, at)
                JOIN pg_attribute a ON a.attrelid = %s AND a.attnum = k.attnum)""".formatted(separator, numbers, table);
    }
}
