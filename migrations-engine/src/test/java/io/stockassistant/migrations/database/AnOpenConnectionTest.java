package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AnOpenConnectionTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().newDatabase();

    private final Database database = Database.of(Servers.settings(DATABASE));

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @Test
    void saysWhoItIsAndWhatFor() throws SQLException {
        try (Connection connection = database.open("lock")) {
            assertThat(text(connection, "SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
                    .isEqualTo("migrations lock");
        }
        try (Connection connection = database.open("")) {
            assertThat(text(connection, "SHOW application_name")).isEqualTo("migrations");
        }
    }

    @Test
    void takesSeveralStatementsInOneMessageAndCommitsThem() throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            assertThat(connection.getAutoCommit()).isTrue();
            statement.execute("BEGIN; CREATE TABLE t (i int); INSERT INTO t VALUES (1), (2); COMMIT");
            int results = 1;
            int rows = 0;
            while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
                rows = Math.max(rows, statement.getUpdateCount());
                results++;
            }
            assertThat(results).isEqualTo(4);
            assertThat(rows).isEqualTo(2);
        }
    }

    @Test
    void waitsForAStatementAsLongAsItTakes() throws SQLException {
        try (Connection connection = database.open("")) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void knowsTheVersionOfItsServer() throws SQLException {
        try (Connection connection = database.open("")) {
            ServerVersion version = ServerVersion.of(connection);
            assertThat(version.major() * 10_000)
                    .isEqualTo(Integer.parseInt(text(connection, "SHOW server_version_num")) / 10_000 * 10_000);
            assertThat(version.findWarning().isPresent()).isEqualTo(version.major() > ServerVersion.NEWEST);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
