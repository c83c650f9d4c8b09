package io.stockassistant.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void theServerHasTheMajorVersionThatTheBuildAsksFor() throws SQLException {
        try (TestDatabase database = TestPostgres.shared().newDatabase();
                Connection connection = database.connect()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion())
                    .isEqualTo(Integer.getInteger("tests.postgres.major", 18));
        }
    }

    @Test
    void twoDatabasesSeeNothingOfEachOther() throws SQLException {
        try (TestDatabase one = TestPostgres.shared().newDatabase();
                TestDatabase other = TestPostgres.shared().newDatabase();
                Connection connection = one.connect();
                Connection otherConnection = other.connect();
                Statement statement = connection.createStatement();
                Statement otherStatement = otherConnection.createStatement()) {
            statement.execute("CREATE TABLE t ()");
            try (ResultSet found = otherStatement.executeQuery("SELECT to_regclass('t')")) {
                found.next();
                assertThat(found.getString(1)).isNull();
            }
        }
    }

    @Test
    void aClosedDatabaseIsGoneEvenIfAConnectionWasLeftOpen() throws SQLException {
        TestDatabase database = TestPostgres.shared().newDatabase();
        try (Connection left = database.connect()) {
            database.close();
            assertThatThrownBy(() -> left.createStatement().execute("SELECT 1")).isInstanceOf(SQLException.class);
            assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
        }
    }
}
