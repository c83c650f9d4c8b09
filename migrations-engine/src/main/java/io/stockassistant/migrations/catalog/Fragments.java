package io.stockassistant.migrations.catalog;

/** What all queries of the catalog have in common, as SQL. */
final class Fragments {

    /**
     * What a session begins with that reads. With an empty path the server qualifies every name in what it prints; the rest
     * is what it prints otherwise, whatever a database, a role or the server itself has been set to. Some of its functions
     * wait for whoever has locked a table: not for ever.
     */
    static final String SETTINGS = """
            SELECT set_config('search_path', '', true), set_config('quote_all_identifiers', 'off', true),
            set_config('IntervalStyle', 'postgres', true), set_config('DateStyle', 'ISO', true),
            set_config('bytea_output', 'hex', true), set_config('standard_conforming_strings', 'on', true),
            set_config('lc_monetary', 'C', true), set_config('lock_timeout', '10s', true)""";

    private Fragments() {}

    /** The schemas and relations that are looked at, and the roles that are us, for every query to begin with. */
    static String scope(Scope scope) {
        return """
                WITH us AS (
                    SELECT oid FROM pg_roles WHERE %s
                ), scope AS (
                    SELECT oid, nspname, quote_ident(nspname) AS schema FROM pg_namespace WHERE %s
                ), rel AS (
                    SELECT c.*, scope.schema, scope.schema || '.' || quote_ident(c.relname) AS qualified
                    FROM pg_class c JOIN scope ON scope.oid = c.relnamespace WHERE %s AND %s
                )
                """.formatted(
                        scope.roleCondition(),
                        scope.schemaCondition(),
                        scope.relationCondition(),
                        ownObject("pg_class", "c.oid"));
    }

    /** Whether an object was not brought by an extension. */
    static String ownObject(String catalog, String oid) {
        return "NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '%s'::regclass AND x.objid = %s AND x.deptype = 'e')"
                .formatted(catalog, oid);
    }

    /** The first columns of every query: which object it is. */
    static String identity(String kind, String parent, String name, String catalog, String oid) {
        return "SELECT %s AS kind, %s AS parent, %s AS name, '%s'::regclass::oid, %s, 0"
                .formatted(kind, parent, name, catalog, oid);
    }

    /** Owner (where it is not us), grants and comment. */
    static String owned(String catalog, String oid, String owner, String acl, String aclKind) {
        return owner(owner) + ", " + grants(acl, aclKind, owner) + ", " + comment(catalog, oid);
    }

    static String owner(String owner) {
        return "CASE WHEN %1$s NOT IN (SELECT oid FROM us) THEN quote_ident(pg_get_userbyid(%1$s)) END AS owner"
                .formatted(owner);
    }

    static String comment(String catalog, String oid) {
        return "obj_description(%s, '%s') AS comment".formatted(oid, catalog);
    }

    /** The rights beyond those that the owner and all have by default, and those that are missing of these. */
    static String grants(String acl, String kind, String owner) {
        return difference(acl, kind, owner, true) + " AS granted, " + difference(acl, kind, owner, false)
                + " AS revoked";
    }

    private static String difference(String acl, String kind, String owner, boolean granted) {
        String actual = "SELECT grantee, privilege_type, is_grantable FROM aclexplode(%s)".formatted(acl);
        String usual = "SELECT grantee, privilege_type, is_grantable FROM aclexplode(acldefault(%s, %s))"
                .formatted(kind, owner);
        return """
                CASE WHEN %s IS NOT NULL THEN (
                    SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                        SELECT string_agg(privilege_type, ', ' ORDER BY privilege_type) || '%s'
                            || CASE WHEN grantee = 0 THEN 'PUBLIC'
                                    WHEN grantee IN (SELECT oid FROM us) THEN 'CURRENT_USER'
                                    ELSE quote_ident(pg_get_userbyid(grantee)) END
                            || %s AS line
                        FROM (%s EXCEPT %s) rights GROUP BY grantee, is_grantable) lines) END""".formatted(
                        acl,
                        granted ? " TO " : " FROM ",
                        granted ? "CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END" : "''",
                        granted ? actual : usual,
                        granted ? usual : actual);
    }

    /** A property that is there or not. */
    static String flag(String condition, String name) {
        return "CASE WHEN %s THEN 'yes' END AS \"%s\"".formatted(condition, name);
    }
}
