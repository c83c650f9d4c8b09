package io.stockassistant.migrations.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All that stands in the schemas of a database, as lines that can be compared. Rows of tables are not in it. */
final class Catalog {

    private static final String QUERY = """
            WITH ours AS (
                SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            ), relations AS (
                SELECT c.oid, c.relkind, c.relacl, quote_ident(nspname) || '.' || quote_ident(relname) AS name
                FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
            )
            SELECT format('schema %s owner %s', nspname, pg_get_userbyid(nspowner))
            FROM ours JOIN pg_namespace USING (oid, nspname)
            UNION ALL
            SELECT format('relation %s %s %s comment %s', relkind, name, relacl, obj_description(oid, 'pg_class'))
            FROM relations
            UNION ALL
            SELECT format('column %s.%s %s %s not null %s default %s identity %s generated %s comment %s', name, attnum,
                          attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
                          attidentity, attgenerated, col_description(relations.oid, attnum))
            FROM relations JOIN pg_attribute ON attrelid = relations.oid AND attnum > 0 AND NOT attisdropped
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            UNION ALL
            SELECT format('constraint %s of %s: %s', conname, name, pg_get_constraintdef(pg_constraint.oid))
            FROM pg_constraint JOIN relations ON relations.oid = conrelid
            UNION ALL
            SELECT format('index %s, valid %s', pg_get_indexdef(indexrelid), indisvalid)
            FROM pg_index JOIN relations ON relations.oid = indexrelid
            UNION ALL
            SELECT format('trigger %s', pg_get_triggerdef(pg_trigger.oid))
            FROM pg_trigger JOIN relations ON relations.oid = tgrelid WHERE NOT tgisinternal
            UNION ALL
            SELECT format('function %s', pg_get_functiondef(pg_proc.oid))
            FROM pg_proc JOIN ours ON ours.oid = pronamespace WHERE prokind IN ('f', 'p')
            UNION ALL
            SELECT format('label %s of %s.%s', enumlabel, nspname, typname)
            FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid JOIN ours ON ours.oid = typnamespace
            ORDER BY 1
            """;

    private Catalog() {}

    static List<String> of(Connection connection) throws SQLException {
        return Sql.rows(connection, QUERY);
    }
}
