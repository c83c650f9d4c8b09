package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the statements of the table, the secret always is {@code s3cret}. */
final class SecretMaskTest {

    static Stream<Arguments> statements() {
        return Stream.of(
                // roles
                Arguments.of("ALTER ROLE ann PASSWORD 's3cret'", "ALTER ROLE ann PASSWORD '***'"),
                Arguments.of(
                        "create user ann with password 's3cret' login", "create user ann with password '***' login"),
                Arguments.of(
                        "CREATE ROLE ann ENCRYPTED PASSWORD\n  's3cret';",
                        "CREATE ROLE ann ENCRYPTED PASSWORD\n  '***';"),
                Arguments.of("ALTER USER ann PASSWORD /* new */ 's3cret'", "ALTER USER ann PASSWORD /* new */ '***'"),
                Arguments.of("ALTER ROLE ann PASSWORD E's3cret\\'s3cret'", "ALTER ROLE ann PASSWORD '***'"),
                Arguments.of("ALTER ROLE ann PASSWORD U&'s3cret'", "ALTER ROLE ann PASSWORD '***'"),
                Arguments.of("ALTER ROLE ann PASSWORD $$s3cret$$", "ALTER ROLE ann PASSWORD '***'"),
                Arguments.of("ALTER ROLE ann PASSWORD 'a''s3cret'", "ALTER ROLE ann PASSWORD '***'"),
                Arguments.of("ALTER ROLE ann PASSWORD 'a'\n's3cret'", "ALTER ROLE ann PASSWORD '***'\n'***'"),
                Arguments.of(
                        "-- ALTER ROLE ann PASSWORD 's3cret'\nSELECT 1", "-- ALTER ROLE ann PASSWORD '***'\nSELECT 1"),
                Arguments.of("ALTER ROLE ann PASSWORD 's3cret", "ALTER ROLE ann PASSWORD '***'"),
                // connection strings
                Arguments.of(
                        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=s3cret user=u' PUBLICATION p",
                        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=*** user=u' PUBLICATION p"),
                Arguments.of(
                        "ALTER SUBSCRIPTION s CONNECTION 'password = ''a s3cret'' host=h'",
                        "ALTER SUBSCRIPTION s CONNECTION 'password = ''***'' host=h'"),
                Arguments.of(
                        "SELECT dblink_connect($$host=h password=s3cret$$)",
                        "SELECT dblink_connect($$host=h password=***$$)"),
                Arguments.of("SELECT 'postgres://ann:s3cret@h:5432/d'", "SELECT 'postgres://ann:***@h:5432/d'"),
                Arguments.of("SELECT 'https://h/?api_key=s3cret&x=1'", "SELECT 'https://h/?api_key=***&x=1'"),
                // options and settings
                Arguments.of(
                        "CREATE USER MAPPING FOR ann SERVER s OPTIONS (user 'ann', password 's3cret')",
                        "CREATE USER MAPPING FOR ann SERVER s OPTIONS (user 'ann', password '***')"),
                Arguments.of(
                        "ALTER USER MAPPING FOR ann SERVER s OPTIONS (SET \"password\" 's3cret')",
                        "ALTER USER MAPPING FOR ann SERVER s OPTIONS (SET \"password\" '***')"),
                Arguments.of("SET app.smtp_password = 's3cret'", "SET app.smtp_password = '***'"),
                Arguments.of("SET app.api_key TO 's3cret'", "SET app.api_key TO '***'"),
                Arguments.of(
                        "SELECT set_config('app.secret', 's3cret', true)",
                        "SELECT set_config('app.secret', '***', true)"),
                Arguments.of("SELECT f(p_token => 's3cret')", "SELECT f(p_token => '***')"),
                // rows
                Arguments.of(
                        "UPDATE users SET password='s3cret' WHERE id = 1",
                        "UPDATE users SET password='***' WHERE id = 1"),
                Arguments.of(
                        "INSERT INTO settings VALUES ('smtp_password', 's3cret')",
                        "INSERT INTO settings VALUES ('smtp_password', '***')"),
                Arguments.of(
                        "INSERT INTO t VALUES ('{\"apiKey\": \"s3cret\", \"a\": 1}')",
                        "INSERT INTO t VALUES ('{\"apiKey\": \"***\", \"a\": 1}')"),
                // statements in statements
                Arguments.of(
                        "DO $do$ BEGIN CREATE ROLE ann PASSWORD 's3cret'; END $do$",
                        "DO $do$ BEGIN CREATE ROLE ann PASSWORD '***'; END $do$"),
                Arguments.of(
                        "DO $$BEGIN EXECUTE 'ALTER ROLE ann PASSWORD ''s3cret'''; END$$",
                        "DO $$BEGIN EXECUTE 'ALTER ROLE ann PASSWORD ''***'''; END$$"),
                Arguments.of(
                        "DO $$BEGIN EXECUTE format('ALTER ROLE ann PASSWORD %L', 's3cret'); SELECT 'b'; END$$",
                        "DO $$BEGIN EXECUTE format('ALTER ROLE ann PASSWORD %L', '***'); SELECT 'b'; END$$"),
                Arguments.of(
                        "DO $$BEGIN EXECUTE 'ALTER ROLE ann PASSWORD ' || quote_literal('s3cret'); END$$",
                        "DO $$BEGIN EXECUTE 'ALTER ROLE ann PASSWORD ' || quote_literal('***'); END$$"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void hidesTheSecretAndNothingElse(String sql, String shown) {
        assertThat(SecretMask.ofSql(sql)).isEqualTo(shown).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE users (id integer PRIMARY KEY, password text NOT NULL DEFAULT 'x')",
                "COMMENT ON COLUMN users.password IS 'A hash, never the text itself.'",
                "ALTER ROLE ann PASSWORD NULL VALID UNTIL '2030-01-01'",
                "SET password_encryption = 'scram-sha-256'",
                "SELECT token FROM keys WHERE name = 'a' -- the user's key",
                "SELECT 'it''s', \"odd \"\" name\", $1, 1.5e3, E'\\'', $tag$ key $tag$",
                "DO $$BEGIN IF password = p_password THEN RAISE NOTICE 'same'; END IF; END$$",
                "SELECT 'key'",
                "SELECT 'unclosed key",
                "SELECT /* unclosed key",
                "SELECT $a$ unclosed key"
            })
    void leavesAloneWhatIsNone(String sql) {
        assertThat(SecretMask.ofSql(sql)).isEqualTo(sql);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void hidesItInWhatTheServerSaysAboutTheStatement(String sql, String shown) {
        assertThat(shown).doesNotContain("s3cret");
        String message = SecretMask.ofMessage(
                "invalid: \"s3cret\"",
                sql.contains("'a''s3cret'") || sql.contains("a s3cret") || sql.contains("\\'")
                        ? sql + "; ALTER ROLE x PASSWORD 's3cret'"
                        : sql);
        assertThat(message).isEqualTo("invalid: \"***\"");
    }

    @Test
    void hidesPasswordsOfUrlsInSentences() {
        assertThat(SecretMask.ofText("There is no module 'postgres://ann:s3@cret@h/d'."))
                .isEqualTo("There is no module 'postgres://ann:***@h/d'.");
        assertThat(SecretMask.ofText("There is no module 'postgres://ann:s3cret'."))
                .isEqualTo("There is no module 'postgres://ann:***'.");
        assertThat(SecretMask.ofText("There is no option '--password=s3cret'."))
                .isEqualTo("There is no option '--password=***'.");
        for (String url : List.of("postgres://h:5432", "jdbc:postgresql://h:5432/d", "postgres://[::1]:5432/d")) {
            assertThat(SecretMask.ofText(url)).isEqualTo(url);
        }
        assertThat(SecretMask.ofText("Check --password-file and DATABASE_URL: psql 'postgres://ann@h:5432/d'"))
                .isEqualTo("Check --password-file and DATABASE_URL: psql 'postgres://ann@h:5432/d'");
    }

    /** Quotes, names and separators at random, among them nested and unclosed ones. */
    @RepeatedTest(20)
    void endsSoonWhateverItReads(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] pieces = {
            "'", "''", "$a$", "$$", "\"", "--", "/*", "\n", "password", "=", " ", "E'", "\\", "://", ":", "@", "x", ";"
        };
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            sql.append(pieces[random.nextInt(pieces.length)]);
        }
        assertThatCode(() -> SecretMask.ofMessage(SecretMask.ofSql(sql.toString()), sql.toString()))
                .doesNotThrowAnyException();
    }
}
