package io.stockassistant.migrations.catalog;

/** The queries for default privileges. */
final class PrivilegeQueries {

    private static final String ROLE = """
            CASE WHEN a.defaclrole IN (SELECT oid FROM us) AND NOT EXISTS (SELECT FROM pg_default_acl o
                    WHERE o.defaclnamespace = a.defaclnamespace AND o.defaclobjtype = a.defaclobjtype
                    AND o.defaclrole IN (SELECT oid FROM us) AND o.defaclrole < a.defaclrole) THEN 'CURRENT_USER'
                ELSE quote_ident(pg_get_userbyid(a.defaclrole)) END""";

    private static final String OBJECTS = """
            CASE a.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END""";

    private PrivilegeQueries() {}

    /** Those in schemas, which add to what is usual: compared with those of columns, where nothing is. */
    static String inSchemas() {
        return query("scope.schema", "'c'") + " JOIN scope ON scope.oid = a.defaclnamespace";
    }

    /** Those that replace what is usual, in all schemas. */
    static String inDatabase() {
        String kind = "(CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END)";
        return query("''", kind) + " WHERE a.defaclnamespace = 0";
    }

    private static String query(String schema, String kind) {
        String name = ROLE + " || ' on ' || " + OBJECTS;
        return Fragments.identity("'DEFAULT_PRIVILEGES'", schema, name, "pg_default_acl", "a.oid") + ", " + ROLE
                + " AS role, " + OBJECTS + " AS objects, "
                + Fragments.grants("a.defaclacl", kind + "::\"char\"", "a.defaclrole") + " FROM pg_default_acl a";
    }
}
