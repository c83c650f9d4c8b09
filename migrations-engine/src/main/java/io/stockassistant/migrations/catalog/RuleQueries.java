package io.stockassistant.migrations.catalog;

/** The queries for what acts on tables: triggers, rules, policies, and the planner's statistics. */
final class RuleQueries {

    private static final String ENABLED = """
            CASE %s WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS enabled""";

    private RuleQueries() {}

    /** Copies on partitions stand for their original, unless they were switched on or off by themselves. */
    static String triggers() {
        return Fragments.identity("'TRIGGER'", "c.qualified", "quote_ident(t.tgname)", "pg_trigger", "t.oid")
                + ", pg_get_triggerdef(t.oid) AS definition, " + ENABLED.formatted("t.tgenabled") + ", "
                + Fragments.flag("t.tgparentid <> 0", "copy") + ", " + Fragments.comment("pg_trigger", "t.oid")
                + """
                 FROM pg_trigger t JOIN rel c ON c.oid = t.tgrelid LEFT JOIN pg_trigger o ON o.oid = t.tgparentid
                WHERE NOT t.tgisinternal AND (t.tgparentid = 0 OR o.tgenabled <> t.tgenabled)
                """;
    }

    static String rules() {
        return Fragments.identity("'RULE'", "c.qualified", "quote_ident(r.rulename)", "pg_rewrite", "r.oid")
                + ", pg_get_ruledef(r.oid) AS definition, " + ENABLED.formatted("r.ev_enabled") + ", "
                + Fragments.comment("pg_rewrite", "r.oid")
                + " FROM pg_rewrite r JOIN rel c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'";
    }

    static String policies() {
        return Fragments.identity("'POLICY'", "c.qualified", "quote_ident(p.polname)", "pg_policy", "p.oid")
                + """
                , CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                    ELSE 'ALL' END AS command,
                CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END AS manner,
                (SELECT string_agg(name, ', ' ORDER BY name) FROM unnest(p.polroles) r CROSS JOIN LATERAL (SELECT CASE
                        WHEN r = 0 THEN 'PUBLIC' WHEN r IN (SELECT oid FROM us) THEN 'CURRENT_USER'
                        ELSE quote_ident(pg_get_userbyid(r)) END COLLATE "C" AS name) n) AS roles,
                pg_get_expr(p.polqual, p.polrelid) AS "using", pg_get_expr(p.polwithcheck, p.polrelid) AS "with check", %s
                FROM pg_policy p JOIN rel c ON c.oid = p.polrelid
                """.formatted(Fragments.comment("pg_policy", "p.oid"));
    }

    static String statistics() {
        return Fragments.identity("'STATISTICS'", "scope.schema", "quote_ident(s.stxname)", "pg_statistic_ext", "s.oid")
                + """
                , pg_get_statisticsobjdef(s.oid) AS definition, nullif(to_jsonb(s) ->> 'stxstattarget', '-1') AS target, %s, %s
                FROM pg_statistic_ext s JOIN scope ON scope.oid = s.stxnamespace WHERE %s
                """.formatted(
                                Fragments.owner("s.stxowner"),
                                Fragments.comment("pg_statistic_ext", "s.oid"),
                                Fragments.ownObject("pg_statistic_ext", "s.oid"));
    }
}
