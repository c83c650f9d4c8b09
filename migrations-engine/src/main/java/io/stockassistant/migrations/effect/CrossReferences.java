package io.stockassistant.migrations.effect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what depends on something in another schema. What the server's own schemas have is everybody's. */
final class CrossReferences {

    private static final String QUERY = """
            WITH schemas AS MATERIALIZED (SELECT oid, nspname FROM pg_catalog.pg_namespace
                WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', '%s')),
            wholes AS MATERIALIZED (
                SELECT CASE d.classid
                        WHEN 'pg_catalog.pg_class'::regclass THEN coalesce(
                            (SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = d.objid), d.objid)
                        WHEN 'pg_catalog.pg_attrdef'::regclass THEN
                            (SELECT adrelid FROM pg_catalog.pg_attrdef WHERE oid = d.objid)
                        WHEN 'pg_catalog.pg_rewrite'::regclass THEN
                            (SELECT ev_class FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                        WHEN 'pg_catalog.pg_trigger'::regclass THEN
                            (SELECT tgrelid FROM pg_catalog.pg_trigger WHERE oid = d.objid AND NOT tgisinternal)
                        WHEN 'pg_catalog.pg_policy'::regclass THEN
                            (SELECT polrelid FROM pg_catalog.pg_policy WHERE oid = d.objid)
                        WHEN 'pg_catalog.pg_constraint'::regclass THEN
                            (SELECT nullif(conrelid, 0) FROM pg_catalog.pg_constraint WHERE oid = d.objid)
                        END AS relation,
                    CASE d.classid WHEN 'pg_catalog.pg_type'::regclass THEN d.objid
                        WHEN 'pg_catalog.pg_constraint'::regclass THEN
                            (SELECT nullif(contypid, 0) FROM pg_catalog.pg_constraint WHERE oid = d.objid) END AS type,
                    CASE d.classid WHEN 'pg_catalog.pg_proc'::regclass THEN d.objid END AS function,
                    d.refclassid, d.refobjid
                FROM pg_catalog.pg_depend d WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype IN ('n', 'a')),
            pairs AS MATERIALIZED (
                SELECT DISTINCT w.*, CASE WHEN relation IS NOT NULL THEN
                            (SELECT relnamespace FROM pg_catalog.pg_class WHERE oid = relation)
                        WHEN type IS NOT NULL THEN (SELECT typnamespace FROM pg_catalog.pg_type WHERE oid = type)
                        ELSE (SELECT pronamespace FROM pg_catalog.pg_proc WHERE oid = function) END AS one,
                    CASE refclassid
                        WHEN 'pg_catalog.pg_class'::regclass THEN (SELECT relnamespace FROM pg_catalog.pg_class
                            WHERE oid = refobjid AND relkind NOT IN ('i', 'I', 't'))
                        WHEN 'pg_catalog.pg_type'::regclass THEN
                            (SELECT typnamespace FROM pg_catalog.pg_type WHERE oid = refobjid)
                        WHEN 'pg_catalog.pg_proc'::regclass THEN
                            (SELECT pronamespace FROM pg_catalog.pg_proc WHERE oid = refobjid) END AS other
                FROM wholes w)
            SELECT s.nspname, one.identity, o.nspname, other.type, other.identity FROM pairs p
                JOIN schemas s ON s.oid = p.one JOIN schemas o ON o.oid = p.other
                CROSS JOIN LATERAL pg_catalog.pg_identify_object(
                    CASE WHEN relation IS NOT NULL THEN 'pg_catalog.pg_class'::regclass
                        WHEN type IS NOT NULL THEN 'pg_catalog.pg_type'::regclass
                        ELSE 'pg_catalog.pg_proc'::regclass END, coalesce(relation, type, function), 0) one
                CROSS JOIN LATERAL pg_catalog.pg_identify_object(p.refclassid, p.refobjid, 0) other
                WHERE p.one <> p.other ORDER BY one.identity, other.identity
            """.formatted(EventTriggers.SCHEMA);

    private CrossReferences() {}

    static Set<Reference> read(Connection connection) throws SQLException {
        Set<Reference> all = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                all.add(new Reference(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        }
        return all;
    }
}
