package io.stockassistant.migrations.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ASessionThatIsUsedAgainTest {

    private Shadow shadow;
    private ShadowDatabase database;

    @BeforeEach
    void create() {
        shadow = TestShadow.open();
        database = shadow.create();
    }

    @AfterEach
    void drop() {
        shadow.close();
    }

    @Test
    void isTheOneThatWasClosedAndIsForTheSamePurpose() throws SQLException {
        int first = used("", "SELECT 1");
        assertThat(used("", "SELECT 1")).isEqualTo(first);
        assertThat(used("lock", "SELECT 1")).isNotEqualTo(first);
        try (Connection one = database.open("");
                Connection other = database.open("")) {
            assertThat(process(one)).isEqualTo(first).isNotEqualTo(process(other));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SET search_path = pg_catalog                                     | current_setting('search_path') = '"$user", public'
                    SET ROLE pg_monitor                                              | current_user = session_user
                    SET SESSION AUTHORIZATION pg_monitor                             | session_user <> 'pg_monitor'
                    SET application_name = 'me'                                      | current_setting('application_name') = 'migrations'
                    SELECT set_config('a.b', 'c', false)                             | current_setting('a.b', true) = ''
                    CREATE TEMP TABLE t (a int)                                      | to_regclass('t') IS NULL
                    PREPARE p AS SELECT 1                                            | NOT EXISTS (SELECT FROM pg_prepared_statements)
                    SELECT pg_advisory_lock(7)                                       | NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())
                    BEGIN; CREATE TABLE t (a int)                                    | to_regclass('t') IS NULL
                    BEGIN; DO $$ BEGIN BEGIN PERFORM 1/0; EXCEPTION WHEN OTHERS THEN NULL; END; END $$ | true
                    """)
    void isAsNew(String left, String asNew) throws SQLException {
        used("", left);
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + asNew)) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void isAsNewWhereAutomaticCommitWasOff() throws SQLException {
        int first;
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE t (a int)");
            first = process(connection);
        }
        assertThat(used("", "CREATE TABLE t (a int)")).isEqualTo(first);
    }

    @Test
    void isNotOneThatTheServerHasEnded() throws SQLException {
        int first = used("", "SELECT 1");
        used("other", """
                DO $$ BEGIN
                    PERFORM pg_terminate_backend(%1$d);
                    WHILE EXISTS (SELECT FROM pg_stat_activity WHERE pid = %1$d) LOOP
                        PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
                    END LOOP;
                END $$""".formatted(first));
        assertThat(used("", "SELECT 1")).isNotEqualTo(first);
    }

    @Test
    void isNotInTheWayOfACopy() throws SQLException {
        used("", "CREATE TABLE t (a int)");
        used("lock", "SELECT 1");
        try (ShadowDatabase copy = shadow.cloneOf(database);
                Connection connection = copy.open("");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT FROM t");
        }
    }

    private int used(String purpose, String sql) throws SQLException {
        try (Connection connection = database.open(purpose);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return process(connection);
        }
    }

    private static int process(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }
}
