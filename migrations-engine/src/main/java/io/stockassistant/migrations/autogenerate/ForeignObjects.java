package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** Objects of other schemas that those of one schema refer to: by foreign keys, types, views, defaults, triggers. */
final class ForeignObjects {

    /** @param name as the server describes it; its columns count as itself */
    record ForeignObject(String schema, String name) implements Comparable<ForeignObject> {

        @Override
        public int compareTo(ForeignObject other) {
            int bySchema = schema.compareTo(other.schema);
            return bySchema == 0 ? name.compareTo(other.name) : bySchema;
        }
    }

    private static final String QUERY = """
            SELECT DISTINCT n.nspname, pg_describe_object(d.refclassid, d.refobjid, 0)
              FROM (SELECT refclassid, refobjid, CASE classid
                        WHEN 'pg_class'::regclass THEN (SELECT relnamespace FROM pg_class WHERE oid = objid)
                        WHEN 'pg_proc'::regclass THEN (SELECT pronamespace FROM pg_proc WHERE oid = objid)
                        WHEN 'pg_type'::regclass THEN (SELECT typnamespace FROM pg_type WHERE oid = objid)
                        WHEN 'pg_constraint'::regclass THEN
                            (SELECT connamespace FROM pg_constraint WHERE oid = objid)
                        WHEN 'pg_rewrite'::regclass THEN (SELECT relnamespace FROM pg_rewrite r
                            JOIN pg_class c ON c.oid = r.ev_class WHERE r.oid = objid)
                        WHEN 'pg_trigger'::regclass THEN (SELECT relnamespace FROM pg_trigger t
                            JOIN pg_class c ON c.oid = t.tgrelid WHERE t.oid = objid)
                        WHEN 'pg_attrdef'::regclass THEN (SELECT relnamespace FROM pg_attrdef a
                            JOIN pg_class c ON c.oid = a.adrelid WHERE a.oid = objid)
                        WHEN 'pg_policy'::regclass THEN (SELECT relnamespace FROM pg_policy p
                            JOIN pg_class c ON c.oid = p.polrelid WHERE p.oid = objid) END AS from_schema,
                    CASE refclassid
                        WHEN 'pg_class'::regclass THEN (SELECT relnamespace FROM pg_class WHERE oid = refobjid)
                        WHEN 'pg_proc'::regclass THEN (SELECT pronamespace FROM pg_proc WHERE oid = refobjid)
                        WHEN 'pg_type'::regclass THEN (SELECT typnamespace FROM pg_type WHERE oid = refobjid)
                        END AS to_schema
                FROM pg_depend WHERE refobjid >= 16384) d
              JOIN pg_namespace m ON m.oid = d.from_schema
              JOIN pg_namespace n ON n.oid = d.to_schema
             WHERE d.from_schema <> d.to_schema AND m.nspname = \
            """;

    private ForeignObjects() {}

    /** Those that are referred to in one database and not in another. */
    static Set<ForeignObject> added(String schema, ShadowDatabase before, ShadowDatabase after) throws SQLException {
        Set<ForeignObject> added = read(schema, after);
        added.removeAll(read(schema, before));
        return added;
    }

    /** Those that are referred to. */
    static Set<ForeignObject> read(String schema, ShadowDatabase database) throws SQLException {
        Set<ForeignObject> found = new TreeSet<>();
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY + Literals.quote(schema))) {
            while (row.next()) {
                found.add(new ForeignObject(row.getString(1), row.getString(2)));
            }
        }
        return found;
    }
}
