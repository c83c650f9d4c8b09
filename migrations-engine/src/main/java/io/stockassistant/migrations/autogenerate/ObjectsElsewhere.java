package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Tables, views, sequences, types and routines in schemas that are no module's: nobody compares them. */
final class ObjectsElsewhere {

    private static final String QUERY = """
            SELECT pg_describe_object(classid, objid, 0) FROM (
                SELECT 'pg_class'::regclass AS classid, oid AS objid, relnamespace AS schema FROM pg_class
                 WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND NOT relispartition
                   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = pg_class.oid
                       AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
                UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
                UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type
                 WHERE typtype IN ('e', 'd', 'r') OR (typtype = 'c'
                   AND EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))) o
              JOIN pg_namespace n ON n.oid = o.schema
             WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> ALL (?)
               AND NOT EXISTS (SELECT FROM pg_depend d
                   WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'e')
            """;

    private ObjectsElsewhere() {}

    /** @param schemas those of modules and of their histories */
    static Set<String> list(ShadowDatabase database, Collection<String> schemas) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.open("");
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            Array names = connection.createArrayOf("text", schemas.toArray());
            query.setArray(1, names);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
