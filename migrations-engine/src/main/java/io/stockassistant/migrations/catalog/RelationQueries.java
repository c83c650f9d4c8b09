package io.stockassistant.migrations.catalog;

/** The queries for tables, views, and what belongs to them alone. */
final class RelationQueries {

    private RelationQueries() {}

    static String relations() {
        return Fragments.identity("""
                        CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW'
                            WHEN 'f' THEN 'FOREIGN_TABLE' ELSE 'TABLE' END""", "c.schema", "quote_ident(c.relname)", "pg_class", "c.oid")
                + """
                , %s, %s, %s, %s, %s,
                CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
                CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partition by",
                CASE WHEN c.relispartition THEN (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid)
                    END AS "partition of",
                pg_get_expr(c.relpartbound, c.oid) AS bound,
                CASE WHEN NOT c.relispartition THEN (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno)
                    FROM pg_inherits WHERE inhrelid = c.oid) END AS inherits,
                CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS "of type",
                nullif(concat_ws(', ', array_to_string(c.reloptions, ', '),
                    (SELECT string_agg('toast.' || o, ', ') FROM pg_class t, unnest(t.reloptions) o
                        WHERE t.oid = c.reltoastrelid)), '') AS options,
                CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN CASE WHEN c.relkind IN ('r', 'p') THEN 'NOTHING' END
                    END AS "replica identity",
                (SELECT quote_ident(s.srvname) FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
                    WHERE f.ftrelid = c.oid) AS server,
                (SELECT string_agg(x, ', ' ORDER BY x COLLATE "C") FROM pg_foreign_table f, unnest(f.ftoptions) x
                    WHERE f.ftrelid = c.oid) AS "foreign options",
                (SELECT quote_ident(amname) FROM pg_am WHERE pg_am.oid = c.relam AND amname <> 'heap') AS "access method",
                (SELECT quote_ident(spcname) FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace
                FROM rel c WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
                """.formatted(
                                Fragments.owned("pg_class", "c.oid", "c.relowner", "c.relacl", "'r'"),
                                Fragments.flag("c.relpersistence = 'u'", "unlogged"),
                                Fragments.flag("c.relrowsecurity", "row security"),
                                Fragments.flag("c.relforcerowsecurity", "row security for the owner"),
                                Fragments.flag("c.relkind = 'm' AND NOT c.relispopulated", "unpopulated"));
    }

    static String columns(int major) {
        // Since 18 there is a constraint behind NOT NULL, with a name that nobody chose as a rule.
        String notNull = major < 18 ? "CASE WHEN a.attnotnull THEN 'yes' END" : """
                CASE WHEN a.attnotnull THEN coalesce((SELECT concat_ws(', ',
                        CASE WHEN n.convalidated THEN 'yes' ELSE 'not valid' END,
                        CASE WHEN n.connoinherit THEN 'no inherit' END)
                    FROM pg_constraint n WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey[1] = a.attnum),
                    'yes') END""";
        return """
                SELECT 'COLUMN', c.qualified, quote_ident(a.attname), 'pg_class'::regclass::oid, c.oid, a.attnum,
                format_type(a.atttypid, a.atttypmod) AS type,
                CASE WHEN a.attcollation <> t.typcollation THEN
                    (SELECT coalesce(quote_ident(n.nspname) || '.', '') || quote_ident(l.collname) FROM pg_collation l
                        JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = a.attcollation) END AS collation,
                %s AS "not null",
                CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS "default",
                CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generated,
                %s,
                CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
                CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                    WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END AS storage,
                CASE to_jsonb(a) ->> 'attcompression' WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                nullif(to_jsonb(a) ->> 'attstattarget', '-1') AS statistics,
                array_to_string(a.attoptions, ', ') AS options,
                array_to_string(a.attfdwoptions, ', ') AS "foreign options",
                %s, %s, col_description(a.attrelid, a.attnum) AS comment
                FROM rel c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
                """.formatted(
                        notNull,
                        Fragments.flag("a.attgenerated = 'v'", "virtual"),
                        Fragments.flag("NOT a.attislocal", "inherited"),
                        Fragments.grants("a.attacl", "'c'", "c.relowner"));
    }

    static String indexes() {
        return Fragments.identity("'INDEX'", "c.schema", "quote_ident(c.relname)", "pg_class", "c.oid")
                + """
                , t.oid::regclass::text AS "table", pg_get_indexdef(c.oid) AS definition,
                (SELECT quote_ident(k.conname) FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
                    AS constraint,
                (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid) AS "part of",
                %s, %s, %s, array_to_string(c.reloptions, ', ') AS options,
                (SELECT quote_ident(spcname) FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
                (SELECT string_agg(a.attnum || ' ' || (to_jsonb(a) ->> 'attstattarget'), ', ' ORDER BY a.attnum)
                    FROM pg_attribute a WHERE a.attrelid = c.oid AND to_jsonb(a) ->> 'attstattarget' <> '-1') AS statistics,
                %s
                FROM rel c JOIN pg_index i ON i.indexrelid = c.oid JOIN rel t ON t.oid = i.indrelid
                """.formatted(
                                Fragments.flag("NOT i.indisvalid", "invalid"),
                                Fragments.flag("i.indisclustered", "clustered"),
                                Fragments.flag("i.indisreplident", "replica identity"),
                                Fragments.comment("pg_class", "c.oid"));
    }

    static String sequences() {
        return Fragments.identity("'SEQUENCE'", "c.schema", "quote_ident(c.relname)", "pg_class", "c.oid")
                + """
                , format_type(s.seqtypid, NULL) AS type, s.seqstart AS start, s.seqincrement AS increment,
                s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, %s, %s, %s,
                CASE WHEN d.deptype = 'a' THEN d.refobjid::regclass || '.' || quote_ident(a.attname) END AS "owned by",
                CASE WHEN d.deptype = 'i' THEN d.refobjid::regclass || '.' || quote_ident(a.attname) END AS "identity of"
                FROM rel c JOIN pg_sequence s ON s.seqrelid = c.oid
                LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                """.formatted(
                                Fragments.flag("s.seqcycle", "cycle"),
                                Fragments.flag("c.relpersistence = 'u'", "unlogged"),
                                Fragments.owned("pg_class", "c.oid", "c.relowner", "c.relacl", "'s'"));
    }
}
