package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database was created as.
 *
 * @param encoding in PostgreSQL's words, for example {@code UTF8}
 * @param locale how it sorts and what letters are; with its provider where that is not the operating system
 */
public record DatabaseFacts(String name, String owner, String encoding, String locale) {

    private static final String UTF8 = "UTF8";

    /** Columns of later versions are asked for by way of JSON, where a missing one is null. */
    private static final String QUERY = """
            SELECT datname, pg_catalog.pg_get_userbyid(datdba), pg_catalog.pg_encoding_to_char(encoding),
                   CASE coalesce(facts->>'datlocprovider', 'c')
                       WHEN 'i' THEN coalesce(facts->>'datlocale', facts->>'daticulocale') || ' (icu)'
                       WHEN 'b' THEN (facts->>'datlocale') || ' (builtin)'
                       ELSE CASE WHEN datcollate = datctype THEN datcollate ELSE datcollate || ' / ' || datctype END
                   END
            FROM (SELECT d.*, pg_catalog.to_jsonb(d) AS facts FROM pg_catalog.pg_database d) AS all_databases
            WHERE datname = pg_catalog.current_database()
            """;

    /** Of the database that a connection leads to. */
    public static DatabaseFacts of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new DatabaseFacts(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    /**
     * Scripts are UTF-8, and what they say must fit into the database.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code wrong-encoding} in any other encoding
     */
    public void refuseUnlessUtf8() {
        if (!encoding.equals(UTF8)) {
            throw Problem.of(
                            ProblemCode.WRONG_ENCODING,
                            "The database \"" + name + "\" exists and keeps text as " + encoding
                                    + ", which cannot hold all that scripts in UTF-8 may say; an encoding is for life.",
                            "Name another database, which 'migrations init' then creates; or move this one's content"
                                    + " to one in UTF-8 with pg_dump and psql.")
                    .asException();
        }
    }
}
