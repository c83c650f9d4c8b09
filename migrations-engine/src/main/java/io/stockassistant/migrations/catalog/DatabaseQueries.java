package io.stockassistant.migrations.catalog;

import java.util.List;

/** The queries for what stands in no schema, and for what is known by its name alone. */
final class DatabaseQueries {

    /** Objects with an oid are the user's from here on (PostgreSQL's FirstNormalObjectId). */
    static final int FIRST_OF_USERS = 16384;

    private DatabaseQueries() {}

    static List<String> all(int major, boolean inUse) {
        return List.of(
                database(),
                extensions(),
                PrivilegeQueries.inDatabase(),
                OtherQueries.all(major) + named(inUse),
                builtIn());
    }

    /** Settings, comment and rights of the database itself; its name differs from place to place. */
    private static String database() {
        return Fragments.identity("'DATABASE'", "''", "''", "pg_database", "d.oid")
                + """
                , (SELECT string_agg(concat_ws(' ', nullif(s.setrole, 0)::regrole, setting), E'\\n'
                        ORDER BY s.setrole::regrole::text COLLATE "C", setting COLLATE "C")
                    FROM pg_db_role_setting s, unnest(s.setconfig) setting WHERE s.setdatabase = d.oid) AS settings,
                %s, shobj_description(d.oid, 'pg_database') AS comment
                FROM pg_database d WHERE d.datname = current_database()
                """.formatted(Fragments.grants("d.datacl", "'d'", "d.datdba"));
    }

    private static String extensions() {
        return Fragments.identity("'EXTENSION'", "''", "quote_ident(e.extname)", "pg_extension", "e.oid")
                + """
                , quote_ident(n.nspname) AS schema, e.extversion AS version, %s
                FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                """.formatted(Fragments.comment("pg_extension", "e.oid"));
    }

    static String publications(int major) {
        String more = major < 15 ? "" : """
                , (SELECT string_agg(quote_ident(n.nspname), ', ' ORDER BY n.nspname) FROM pg_publication_namespace s
                    JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid) AS schemas""";
        String filter = major < 15 ? "''" : "coalesce(' WHERE ' || pg_get_expr(r.prqual, r.prrelid), '')";
        String columns = major < 15 ? "''" : """
                coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')' FROM pg_attribute a
                    WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)), '')""";
        return Fragments.identity("'PUBLICATION'", "''", "quote_ident(p.pubname)", "pg_publication", "p.oid")
                + """
                , %s, concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END,
                    CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END) AS publish, %s,
                to_jsonb(p) ->> 'pubgencols' AS "generated columns",
                (SELECT string_agg(r.prrelid::regclass::text || %s || %s, E'\\n'
                    ORDER BY r.prrelid::regclass::text COLLATE "C")
                    FROM pg_publication_rel r WHERE r.prpubid = p.oid) AS tables, %s %s
                FROM pg_publication p
                """.formatted(
                                Fragments.flag("p.puballtables", "all tables"),
                                Fragments.flag("p.pubviaroot", "via root"),
                                columns,
                                filter,
                                Fragments.comment("pg_publication", "p.oid"),
                                more);
    }

    /** Known by their names alone. */
    private static String named(boolean inUse) {
        return """
                UNION ALL
                SELECT 'OTHER', '', 'large object no. ' || row_number() OVER (ORDER BY l.oid), 'pg_largeobject'::regclass::oid,
                    l.oid, 0, NULL, NULL, NULL, NULL, obj_description(l.oid, 'pg_largeobject')
                    FROM pg_largeobject_metadata l WHERE %2$s
                UNION ALL
                SELECT 'OTHER', '', pg_describe_object(o.class, o.oid, 0), o.class, o.oid, 0, NULL, NULL, NULL, NULL, NULL FROM (
                        SELECT 'pg_amop'::regclass::oid AS class, oid, amopfamily AS family FROM pg_amop
                        UNION ALL SELECT 'pg_amproc'::regclass::oid, oid, amprocfamily FROM pg_amproc) o
                    WHERE o.oid >= %1$d AND o.family < %1$d
                UNION ALL
                SELECT 'OTHER', '', 'security label ' || provider || ' on ' || objtype || ' ' || objname, classoid, objoid, 0,
                    NULL, NULL, NULL, NULL, label FROM pg_seclabels
                """.formatted(FIRST_OF_USERS, !inUse);
    }

    /** Rights on the server's own objects that are not those which it began with. */
    private static String builtIn() {
        return """
                SELECT 'OTHER', '', 'rights on ' || i.type || ' ' || i.identity, o.class, o.oid, 0, o.acl::text AS rights FROM (
                    SELECT 'pg_proc'::regclass::oid AS class, oid, proacl AS acl FROM pg_proc
                    UNION ALL SELECT 'pg_class'::regclass::oid, oid, relacl FROM pg_class WHERE relnamespace = 11
                    UNION ALL SELECT 'pg_type'::regclass::oid, oid, typacl FROM pg_type
                    UNION ALL SELECT 'pg_language'::regclass::oid, oid, lanacl FROM pg_language
                    UNION ALL SELECT 'pg_namespace'::regclass::oid, oid, nspacl FROM pg_namespace WHERE nspname <> 'public') o
                LEFT JOIN pg_init_privs p ON p.classoid = o.class AND p.objoid = o.oid AND p.objsubid = 0
                CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
                WHERE o.oid < %d AND o.acl IS DISTINCT FROM p.initprivs
                """.formatted(FIRST_OF_USERS);
    }
}
