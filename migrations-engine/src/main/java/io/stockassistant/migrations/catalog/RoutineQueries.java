package io.stockassistant.migrations.catalog;

/** The queries for functions, procedures and aggregates. */
final class RoutineQueries {

    private RoutineQueries() {}

    static String functions() {
        return identity("CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END")
                + ", pg_get_functiondef(p.oid) AS definition, " + owned() + from("p.prokind IN ('f', 'p', 'w')");
    }

    static String aggregates() {
        return identity("'AGGREGATE'")
                + """
                , 'CREATE AGGREGATE ' || scope.schema || '.' || quote_ident(p.proname) || '(' || pg_get_function_arguments(p.oid)
                || ') (' || concat_ws(', ',
                    'SFUNC = ' || g.aggtransfn, 'STYPE = ' || format_type(g.aggtranstype, NULL),
                    'SSPACE = ' || nullif(g.aggtransspace, 0),
                    'FINALFUNC = ' || nullif(g.aggfinalfn::oid, 0)::regproc,
                    CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                    CASE WHEN g.aggfinalfn <> 0 THEN 'FINALFUNC_MODIFY = ' || %s END,
                    'COMBINEFUNC = ' || nullif(g.aggcombinefn::oid, 0)::regproc,
                    'SERIALFUNC = ' || nullif(g.aggserialfn::oid, 0)::regproc,
                    'DESERIALFUNC = ' || nullif(g.aggdeserialfn::oid, 0)::regproc,
                    'INITCOND = ' || quote_literal(g.agginitval),
                    'MSFUNC = ' || nullif(g.aggmtransfn::oid, 0)::regproc,
                    'MINVFUNC = ' || nullif(g.aggminvtransfn::oid, 0)::regproc,
                    CASE WHEN g.aggmtransfn <> 0 THEN 'MSTYPE = ' || format_type(g.aggmtranstype, NULL) END,
                    'MSSPACE = ' || nullif(g.aggmtransspace, 0),
                    'MFINALFUNC = ' || nullif(g.aggmfinalfn::oid, 0)::regproc,
                    CASE WHEN g.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
                    CASE WHEN g.aggmfinalfn <> 0 THEN 'MFINALFUNC_MODIFY = ' || %s END,
                    'MINITCOND = ' || quote_literal(g.aggminitval),
                    CASE WHEN g.aggsortop <> 0 THEN (SELECT format('SORTOP = OPERATOR(%%I.%%s)', n.nspname, o.oprname)
                        FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = g.aggsortop) END,
                    CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
                    CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END) || ')' AS definition, %s""".formatted(modification("g.aggfinalmodify"), modification("g.aggmfinalmodify"), owned())
                + from("p.prokind = 'a'").replace(" WHERE ", " JOIN pg_aggregate g ON g.aggfnoid = p.oid WHERE ");
    }

    private static String modification(String column) {
        return "CASE " + column + " WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END";
    }

    private static String identity(String kind) {
        return Fragments.identity(
                kind,
                "scope.schema",
                "quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')'",
                "pg_proc",
                "p.oid");
    }

    private static String owned() {
        return Fragments.owned("pg_proc", "p.oid", "p.proowner", "p.proacl", "'f'");
    }

    private static String from(String condition) {
        return " FROM pg_proc p JOIN scope ON scope.oid = p.pronamespace WHERE " + condition + " AND "
                + Fragments.ownObject("pg_proc", "p.oid")
                // The constructors of a range come and go with it.
                + " AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid"
                + " AND i.deptype = 'i')";
    }
}
