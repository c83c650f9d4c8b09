package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AFailedStatementTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().newDatabase();
    private static final DatabaseSettings SETTINGS = Servers.settings(DATABASE);

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            SELECT pg_terminate_backend(pg_backend_pid())                       | CONNECTION_LOST      | was lost
            DO $$ BEGIN RAISE 'bye' USING errcode = '57P02'; END $$             | CONNECTION_LOST      | bye
            SET transaction_read_only = on;         CREATE TABLE t ()           | PERMISSION_DENIED    | accepts no writes
            DO $$ BEGIN RAISE 'disk full' USING errcode = '53100'; END $$       | DATABASE_UNREACHABLE | disk full
            SET ROLE pg_monitor; CREATE SCHEMA s                                | PERMISSION_DENIED    | permission denied for database
            """)
    void isTheServersMatter(String sql, ProblemCode code, String message) throws SQLException {
        Optional<Problem> problem = problem(sql);
        assertThat(problem).isPresent();
        assertThat(problem.get().code()).isEqualTo(code);
        assertThat(problem.get().message()).contains(message);
    }

    @Test
    void forWantOfAPermissionSaysHowToGrantIt() throws SQLException {
        assertThat(problem("SET ROLE pg_monitor; CREATE SCHEMA s"))
                .hasValueSatisfying(problem -> assertThat(problem.remedy())
                        .contains("GRANT CREATE ON DATABASE " + DATABASE.name() + " TO " + SETTINGS.user() + ";"));
    }

    @ParameterizedTest
    @CsvSource({"SELEC 1", "SELECT 1/0", "SELECT * FROM nowhere"})
    void isItsOwnFault(String sql) throws SQLException {
        assertThat(problem(sql)).isEmpty();
    }

    private static Optional<Problem> problem(String sql) throws SQLException {
        try (Connection connection = Database.of(SETTINGS).open("test");
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            return FailedStatement.findProblem(failure, SETTINGS);
        }
    }
}
