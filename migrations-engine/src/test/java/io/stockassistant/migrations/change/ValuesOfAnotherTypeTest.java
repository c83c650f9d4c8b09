package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that a new type has no room for stops the script, or the script has said that it is cut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuesOfAnotherTypeTest {

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer             | 12345                             | varchar(2)        | refused
            integer             | 12345                             | varchar(5)        | kept
            uuid                | gen_random_uuid()                 | char(8)           | refused
            jsonb               | '{"a": 1}'                        | varchar(5)        | refused
            boolean             | true                              | varchar(4)        | kept
            boolean             | true                              | varchar(2)        | refused
            text                | 'toolong'                         | varchar(3)        | refused
            text[]              | '{toolong}'                       | varchar(3)[]      | refused
            text                | '{toolong}'                       | varchar(3)[]      | refused
            shop.e              | 'waiting'                         | varchar(4)        | refused
            shop.e              | 'waiting'                         | varchar(7)        | kept
            shop.e[]            | '{waiting}'                       | varchar(4)[]      | refused
            text                | 'toolong'                         | shop.short        | refused
            integer             | 12345                             | shop.short        | refused
            text[]              | '{toolong}'                       | shop.short[]      | refused
            bit(8)              | B'10101010'                       | bit(4)            | refused
            varbit(8)           | B'10101010'                       | varbit(4)         | refused
            text                | repeat('x', 80)                   | name              | lost
            text                | 'xyz'                             | "char"            | lost
            text                | '2025-01-01 10:00'                | date              | lost
            text                | '1.239'                           | numeric(5,2)      | lost
            inet                | '10.1.2.3/8'                      | cidr              | lost
            double precision    | 1.239                             | numeric(5,2)      | lost
            real                | 1.239                             | numeric(5,2)      | lost
            bigint              | 9007199254740993                  | double precision  | lost
            numeric             | 12345678901234567890.5            | double precision  | lost
            numeric(12,4)       | 1.2345                            | money             | lost
            numeric(12,4)[]     | '{1.2345}'                        | numeric(12,2)[]   | lost
            integer             | 16777217                          | real              | lost
            interval            | '1.6 s'                           | interval(0)       | lost
            timestamptz         | '2025-01-01 00:00:00.7+00'        | timestamptz(0)    | lost
            timestamptz(3)      | '2025-01-01 00:00:00.7+00'        | timestamptz(6)    | kept
            """)
    void areNotCutInSilence(String from, String value, String to, String outcome) throws SQLException {
        String types =
                "CREATE TYPE e AS ENUM ('new', 'waiting'); CREATE DOMAIN short AS varchar(3); CREATE TABLE a (x ";
        pair.build("", types + from + ")", types + to + ")");
        assertThat(outcome(pair.there(List.of()).script(), value)).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} {1} over {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text         | 'toolong' | varchar(3) | refused
            integer      | 12345     | varchar(3) | refused
            varchar(9)   | 'toolong' | varchar(7) | kept
            numeric(9,4) | 1.2345    | numeric(9) | lost
            """)
    void areNotCutInSilenceByADomainEither(String from, String value, String to, String outcome) throws SQLException {
        String check = " CHECK (VALUE IS NOT NULL); CREATE TABLE a (x d)";
        pair.build("", "CREATE DOMAIN d AS " + from + check, "CREATE DOMAIN d AS " + to + check);
        assertThat(outcome(pair.there(List.of()).script(), value)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"varchar(3), lost", "varchar(9), kept"})
    void norByAnAttribute(String to, String outcome) throws SQLException {
        String table = "); CREATE TABLE a (x t)";
        pair.build("", "CREATE TYPE t AS (x text" + table, "CREATE TYPE t AS (x " + to + table);
        String said = outcome(pair.there(List.of()).script(), "ROW('toolong')");
        assertThat(said).isIn(outcome, "lost");
    }

    private String outcome(ChangeScript script, String value) throws SQLException {
        assertThat(script.unresolved()).isEmpty();
        boolean announced = script.statements().stream().anyMatch(each -> each.has(HazardCode.DATA_LOSS));
        boolean mayFail = script.statements().stream().anyMatch(each -> each.has(HazardCode.DATA_DEPENDENT));
        try (ShadowDatabase clone = shadow.cloneOf(pair.one());
                Connection connection = clone.open("");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop.a VALUES (" + value + ")");
            String before = value(statement);
            try {
                for (SchemaStatement each : script.statements()) {
                    statement.execute(each.sql());
                }
            } catch (SQLException e) {
                assertThat(e.getSQLState()).startsWith("22");
                return mayFail ? "refused" : "refused without a word";
            }
            String after = value(statement);
            return announced ? "lost" : after.equals(before) ? "kept" : before + " became " + after;
        }
    }

    private static String value(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT x::text FROM shop.a")) {
            row.next();
            return row.getString(1);
        }
    }
}
