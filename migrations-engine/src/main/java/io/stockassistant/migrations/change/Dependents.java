package io.stockassistant.migrations.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in a database stands in the way of a change, and the statements that remove it, the last first. */
final class Dependents {

    /**
     * Who depends on an object, with the statement that drops it. What stays, since the server follows the change in
     * it by itself, has none; what cannot be dropped and made again has {@code !}.
     */
    private static final String QUERY = """
            SELECT d.classid, d.objid, CASE d.classid
              WHEN 'pg_rewrite'::regclass THEN (SELECT CASE WHEN r.rulename <> '_RETURN'
                  THEN 'DROP RULE ' || quote_ident(r.rulename) || ' ON ' || c.oid::regclass
                  ELSE CASE c.relkind WHEN 'm' THEN 'DROP MATERIALIZED VIEW ' ELSE 'DROP VIEW ' END || c.oid::regclass END
                FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE r.oid = d.objid)
              WHEN 'pg_proc'::regclass THEN (SELECT 'DROP ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' WHEN 'a' THEN 'AGGREGATE '
                  ELSE 'FUNCTION ' END || p.oid::regprocedure FROM pg_proc p WHERE p.oid = d.objid)
              WHEN 'pg_constraint'::regclass THEN (SELECT CASE WHEN k.contypid = d.refobjid AND d.refclassid = 'pg_type'::regclass THEN NULL
                  WHEN k.conrelid = 0 THEN '!' WHEN k.contype IN ('c', 'f', 'x')
                  AND k.conislocal AND k.conparentid = 0
                  THEN 'ALTER TABLE ' || k.conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(k.conname) END
                FROM pg_constraint k WHERE k.oid = d.objid)
              WHEN 'pg_attrdef'::regclass THEN (SELECT 'ALTER TABLE ' || f.adrelid::regclass || CASE a.attgenerated
                  WHEN '' THEN ' ALTER COLUMN ' || quote_ident(a.attname) || ' DROP DEFAULT'
                  ELSE ' DROP COLUMN ' || quote_ident(a.attname) END
                FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum WHERE f.oid = d.objid)
              WHEN 'pg_policy'::regclass THEN (SELECT 'DROP POLICY ' || quote_ident(polname) || ' ON ' || polrelid::regclass
                FROM pg_policy WHERE oid = d.objid)
              WHEN 'pg_trigger'::regclass THEN (SELECT CASE WHEN NOT tgisinternal AND tgparentid = 0 THEN
                  'DROP TRIGGER ' || quote_ident(tgname) || ' ON ' || tgrelid::regclass END FROM pg_trigger WHERE oid = d.objid)
              WHEN 'pg_class'::regclass THEN (SELECT CASE WHEN i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
                  THEN 'DROP INDEX ' || i.indexrelid::regclass END FROM pg_index i WHERE i.indexrelid = d.objid)
              WHEN 'pg_statistic_ext'::regclass THEN (SELECT 'DROP STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(stxname)
                FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE s.oid = d.objid)
              WHEN 'pg_type'::regclass THEN '!' END AS statement,
              coalesce((SELECT r.ev_class FROM pg_rewrite r WHERE d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
                  AND r.rulename = '_RETURN'), 0) AS view
            FROM pg_depend d WHERE d.refclassid = ?::regclass AND d.refobjid = ? AND (? = 0 OR d.refobjsubid = ?)
              AND d.deptype IN ('n', 'a') AND (d.classid, d.objid) <> (d.refclassid, d.refobjid)
            ORDER BY d.classid, d.objid
            """;

    private final Connection connection;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> found = new LinkedHashSet<>();
    private boolean impossible;

    private Dependents(Connection connection) {
        this.connection = connection;
    }

    /** One object, or one column of it. */
    record Root(String catalog, long oid, int column) {}

    /** The drops; nothing if one of the dependents could not be made again. */
    static Optional<List<String>> drops(Connection connection, List<Root> roots) throws SQLException {
        Dependents dependents = new Dependents(connection);
        try (var statement = connection.createStatement()) {
            // With an empty path the server qualifies every name.
            statement.execute("SET search_path = ''");
        }
        for (Root each : roots) {
            dependents.collect(each);
        }
        return dependents.impossible ? Optional.empty() : Optional.of(List.copyOf(dependents.found));
    }

    private void collect(Root root) throws SQLException {
        record Row(long catalog, long oid, String sql, long view) {}
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, root.catalog());
            query.setLong(2, root.oid());
            query.setInt(3, root.column());
            query.setInt(4, root.column());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String sql = row.getString(3);
                    if (sql != null) {
                        rows.add(new Row(row.getLong(1), row.getLong(2), sql, row.getLong(4)));
                    }
                }
            }
        }
        for (Row each : rows) {
            if (each.sql().equals("!")) {
                impossible = true;
            } else if (seen.add(each.catalog() + " " + each.oid())) { // before 16 a view depends on itself
                // Whoever depends on the dependent goes first.
                if (each.view() != 0) {
                    collect(new Root("pg_class", each.view(), 0));
                } else if (each.sql().startsWith("DROP FUNCTION")) {
                    collect(new Root("pg_proc", each.oid(), 0));
                }
                found.add(each.sql());
            }
        }
    }
}
