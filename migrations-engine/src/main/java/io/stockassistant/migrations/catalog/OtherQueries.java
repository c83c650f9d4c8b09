package io.stockassistant.migrations.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** The query for what databases rarely have: each is compared by one description of all that it is. */
final class OtherQueries {

    private static final String NONE = "NULL::oid";

    /**
     * A catalog of the server, with rows {@code o}.
     *
     * @param schema the column for the schema; empty for what stands in none
     * @param definition what is compared, as SQL
     * @param owner the column for the owner
     * @param acl the column for the rights, and the letter by which the server knows their kind
     */
    private record Sort(String catalog, String schema, String definition, String owner, String acl, String aclKind) {

        static Sort in(String catalog, String schema, String owner, String definition) {
            return new Sort(catalog, schema, definition, owner, "NULL::aclitem[]", "c");
        }

        static Sort inNone(String catalog, String owner, String definition) {
            return in(catalog, "", owner, definition);
        }

        Sort withRights(String column, String kind) {
            return new Sort(catalog, schema, definition, owner, column, kind);
        }

        String select() {
            return " UNION ALL SELECT '%1$s'::regclass::oid, o.oid, nullif(concat_ws(', ', %2$s), ''), %3$s, %4$s, '%5$s'::\"char\" FROM %1$s o"
                            .formatted(catalog, definition, owner, acl, aclKind)
                    + (schema.isEmpty() ? "" : " JOIN scope ON scope.oid = o." + schema);
        }
    }

    private static final List<Sort> SORTS = List.of(
            Sort.in("pg_operator", "oprnamespace", "o.oprowner", """
                    'function ' || o.oprcode, 'commutator ' || nullif(o.oprcom, 0)::regoperator,
                    'negator ' || nullif(o.oprnegate, 0)::regoperator, 'restrict ' || nullif(o.oprrest::oid, 0)::regproc,
                    'join ' || nullif(o.oprjoin::oid, 0)::regproc, CASE WHEN o.oprcanhash THEN 'hashes' END,
                    CASE WHEN o.oprcanmerge THEN 'merges' END"""),
            Sort.in("pg_opclass", "opcnamespace", "o.opcowner", """
                    'for ' || format_type(o.opcintype, NULL), 'storage ' || format_type(nullif(o.opckeytype, 0), NULL),
                    CASE WHEN o.opcdefault THEN 'default' END,
                    'family ' || (SELECT quote_ident(f.opfname) FROM pg_opfamily f WHERE f.oid = o.opcfamily)"""),
            Sort.in("pg_opfamily", "opfnamespace", "o.opfowner", """
                    (SELECT string_agg(a.amopstrategy || ' ' || a.amopopr::regoperator, E'\\n'
                        ORDER BY a.amopstrategy, a.amopopr::regoperator::text COLLATE "C")
                        FROM pg_amop a WHERE a.amopfamily = o.oid),
                    (SELECT string_agg(a.amprocnum || ' ' || a.amproc::regprocedure, E'\\n'
                        ORDER BY a.amprocnum, a.amproc::regprocedure::text COLLATE "C")
                        FROM pg_amproc a WHERE a.amprocfamily = o.oid)"""),
            Sort.in("pg_collation", "collnamespace", "o.collowner", """
                    'provider ' || o.collprovider::text, 'order ' || o.collcollate, 'characters ' || o.collctype,
                    'locale ' || coalesce(to_jsonb(o) ->> 'colllocale', to_jsonb(o) ->> 'colliculocale'),
                    'rules ' || (to_jsonb(o) ->> 'collicurules'),
                    CASE WHEN NOT o.collisdeterministic THEN 'not deterministic' END"""),
            Sort.in("pg_conversion", "connamespace", "o.conowner", """
                    'from ' || pg_encoding_to_char(o.conforencoding), 'to ' || pg_encoding_to_char(o.contoencoding),
                    'function ' || o.conproc, CASE WHEN o.condefault THEN 'default' END"""),
            Sort.in("pg_ts_config", "cfgnamespace", "o.cfgowner", """
                    'parser ' || (SELECT quote_ident(p.prsname) FROM pg_ts_parser p WHERE p.oid = o.cfgparser),
                    (SELECT string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary, E'\\n'
                        ORDER BY m.maptokentype, m.mapseqno) FROM pg_ts_config_map m WHERE m.mapcfg = o.oid)"""),
            Sort.in("pg_ts_dict", "dictnamespace", "o.dictowner", """
                    'template ' || (SELECT quote_ident(t.tmplname) FROM pg_ts_template t WHERE t.oid = o.dicttemplate),
                    o.dictinitoption"""),
            Sort.in("pg_ts_parser", "prsnamespace", NONE, """
                    o.prsstart, o.prstoken, o.prsend, o.prsheadline, o.prslextype"""),
            Sort.in("pg_ts_template", "tmplnamespace", NONE, "o.tmplinit, o.tmpllexize"),
            Sort.inNone("pg_cast", NONE, """
                    CASE o.castmethod WHEN 'b' THEN 'without function' WHEN 'i' THEN 'by text' END,
                    'function ' || nullif(o.castfunc, 0)::regprocedure,
                    CASE o.castcontext WHEN 'a' THEN 'on assignment' WHEN 'i' THEN 'implicit' END"""),
            Sort.inNone("pg_am", NONE, "o.amtype, o.amhandler"),
            Sort.inNone("pg_language", "o.lanowner", """
                            CASE WHEN o.lanpltrusted THEN 'trusted' END, 'handler ' || nullif(o.lanplcallfoid, 0)::regproc,
                            'inline ' || nullif(o.laninline, 0)::regproc, 'validator ' || nullif(o.lanvalidator, 0)::regproc""").withRights("o.lanacl", "l"),
            Sort.inNone("pg_transform", NONE, "o.trffromsql, o.trftosql"),
            Sort.inNone("pg_event_trigger", "o.evtowner", """
                    'on ' || o.evtevent, 'for ' || array_to_string(o.evttags, ' or '), 'function ' || o.evtfoid::regproc,
                    CASE o.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END"""),
            Sort.inNone("pg_foreign_data_wrapper", "o.fdwowner", """
                            'handler ' || nullif(o.fdwhandler, 0)::regproc, 'validator ' || nullif(o.fdwvalidator, 0)::regproc,
                            (SELECT string_agg(x, ', ' ORDER BY x COLLATE "C") FROM unnest(o.fdwoptions) x)""").withRights("o.fdwacl", "F"),
            Sort.inNone("pg_foreign_server", "o.srvowner", """
                            'wrapper ' || (SELECT quote_ident(w.fdwname) FROM pg_foreign_data_wrapper w WHERE w.oid = o.srvfdw),
                            'type ' || o.srvtype, 'version ' || o.srvversion,
                            (SELECT string_agg(x, ', ' ORDER BY x COLLATE "C") FROM unnest(o.srvoptions) x)""").withRights("o.srvacl", "S"));

    private OtherQueries() {}

    /** Without those of the server itself and of extensions; subscriptions and user mappings by their names alone. */
    static String all(int major) {
        String sorts = SORTS.stream().map(Sort::select).collect(Collectors.joining());
        // before 14 all may see a subscription but for its number, which is shown elsewhere
        String subscription = major < 14
                ? "(SELECT t.subid FROM pg_stat_subscription t WHERE t.subname = s.subname LIMIT 1) AS oid"
                : "s.oid";
        return """
                SELECT 'OTHER', '', i.type || ' ' || i.identity, o.class, o.oid, 0, o.definition, %s, %s, d.description AS comment
                FROM (SELECT 'pg_subscription'::regclass::oid AS class, %s, NULL::text AS definition, NULL::oid AS owner,
                        NULL::aclitem[] AS acl, 'c'::"char" AS aclkind
                    FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid AND b.datname = current_database()
                    -- the catalog itself holds passwords, and is the superuser's alone
                    UNION ALL SELECT 'pg_user_mapping'::regclass::oid, o.umid, NULL, NULL, NULL, 'c' FROM pg_user_mappings o
                    %s) o
                CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
                LEFT JOIN pg_description d ON d.classoid = o.class AND d.objoid = o.oid AND d.objsubid = 0
                WHERE o.oid >= %d AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = o.class AND x.objid = o.oid
                    AND x.deptype = 'e')
                """.formatted(
                        Fragments.owner("o.owner"),
                        Fragments.grants("o.acl", "o.aclkind", "o.owner"),
                        subscription,
                        sorts,
                        DatabaseQueries.FIRST_OF_USERS);
    }
}
