package io.stockassistant.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that the server has no CREATE statement for, and most databases do not have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ARareKindOfObjectTest {

    private static final String SCHEMA = """
            CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'here');
            CREATE TYPE pair AS (a int, b int);
            CREATE FUNCTION f(pair) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION g(pair) RETURNS int LANGUAGE sql AS 'SELECT 2';
            CREATE CAST (pair AS int) WITH FUNCTION f(pair);
            CREATE OPERATOR !!! (RIGHTARG = pair, FUNCTION = f);
            CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER t ON ddl_command_start WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION e();
            CREATE TEXT SEARCH CONFIGURATION c (COPY = pg_catalog.english);
            CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
            CREATE COLLATION l (provider = icu, locale = 'de');
            CREATE CONVERSION v FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            """;

    private final Shadow shadow = TestShadow.open();
    private final ShadowDatabase original = shadow.create();
    private final Catalog expected;

    ARareKindOfObjectTest() throws SQLException {
        execute(original, SCHEMA);
        expected = read(original);
    }

    @AfterAll
    void close() {
        shadow.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ALTER SERVER s OPTIONS (SET host 'there')                          | server s: expected definition
            ALTER SERVER s OWNER TO somebody                                   | server s: expected owner none, found somebody
            GRANT USAGE ON FOREIGN SERVER s TO PUBLIC                          | server s: expected granted none, found USAGE TO PUBLIC
            ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD debug 'on')              | foreign-data wrapper w: expected definition
            ALTER EVENT TRIGGER t DISABLE                                      | event trigger t: expected definition
            DROP EVENT TRIGGER t; CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION e() | event trigger t: expected definition
            DROP CAST (pair AS int); CREATE CAST (pair AS int) WITH FUNCTION g(pair) | cast (public.pair AS integer): expected definition
            DROP CAST (pair AS int); CREATE CAST (pair AS int) WITH FUNCTION f(pair) AS IMPLICIT | cast (public.pair AS integer): expected definition
            DROP OPERATOR !!! (NONE, pair); CREATE OPERATOR !!! (RIGHTARG = pair, FUNCTION = g) | operator public.!!!(NONE,public.pair): expected definition
            ALTER TEXT SEARCH CONFIGURATION c DROP MAPPING FOR asciiword       | text search configuration public.c: expected definition
            ALTER TEXT SEARCH DICTIONARY d (STOPWORDS)                         | text search dictionary public.d: expected definition
            DROP COLLATION l; CREATE COLLATION l (provider = icu, locale = 'fr') | collation public.l: expected definition
            DROP CONVERSION v; CREATE DEFAULT CONVERSION v FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8 | conversion public.v: expected definition
            """)
    void isComparedAsAWhole(String change, String said) throws SQLException {
        String role = "rare_" + ProcessHandle.current().pid();
        try (ShadowDatabase changed = shadow.cloneOf(original)) {
            execute(changed, "DROP ROLE IF EXISTS " + role + "; CREATE ROLE " + role + " SUPERUSER");
            try {
                execute(changed, change.replace("somebody", role));
                assertThat(expected.differences(read(changed)))
                        .extracting(Difference::toString)
                        .singleElement()
                        .asString()
                        .startsWith(said.replace("somebody", role));
            } finally {
                execute(changed, "REASSIGN OWNED BY " + role + " TO CURRENT_USER; DROP ROLE " + role);
            }
        }
    }

    private static Catalog read(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("")) {
            return CatalogReader.read(connection, Scope.wholeDatabase());
        }
    }

    private static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
