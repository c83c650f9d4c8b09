package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a role that only looks is not allowed to see: histories and the journal. */
public final class MissingGrants {

    private static final String DENIED = "42501";

    /** Histories are told by their columns, whatever they are called. */
    private static final String QUERY = """
            SELECT pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname),
                   pg_catalog.has_schema_privilege(n.oid, 'USAGE'), pg_catalog.has_table_privilege(c.oid, 'SELECT')
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND (EXISTS (SELECT FROM pg_catalog.pg_attribute a
                           WHERE a.attrelid = c.oid AND a.attname = 'installed_rank')
                   OR (n.nspname = 'migrations' AND c.relname IN ('run', 'step')))
              AND NOT (pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                       AND pg_catalog.has_table_privilege(c.oid, 'SELECT'))
            ORDER BY n.nspname, c.relname
            """;

    private MissingGrants() {}

    /**
     * The refusal of a query that looked at them, with the statements that allow it; nothing if it is another failure.
     *
     * @param connection the one that was refused, with no transaction open
     * @throws SQLException if the server cannot tell
     */
    public static Optional<Problem> find(Connection connection, SQLException refusal, DatabaseSettings settings)
            throws SQLException {
        if (!Sentences.state(refusal).equals(DENIED) || !connection.getAutoCommit()) {
            return Optional.empty();
        }
        String role = " TO " + SqlNames.identifier(settings.user()) + ";";
        Set<String> grants = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                if (!row.getBoolean(3)) {
                    grants.add("GRANT USAGE ON SCHEMA " + row.getString(1) + role);
                }
                if (!row.getBoolean(4)) {
                    grants.add("GRANT SELECT ON " + row.getString(1) + "." + row.getString(2) + role);
                }
            }
        }
        return grants.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemCode.PERMISSION_DENIED,
                        "User " + settings.user() + " may not look at this in the database \"" + settings.database()
                                + "\": " + Sentences.text(refusal) + ".",
                        "To let it look, as the owner: " + String.join(" ", grants)));
    }
}
