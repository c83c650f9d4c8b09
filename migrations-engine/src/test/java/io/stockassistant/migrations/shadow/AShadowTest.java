package io.stockassistant.migrations.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class AShadowTest {

    @Test
    void dropsWhatItHasMadeWhoeverIsStillConnected() throws SQLException {
        String name;
        try (Shadow shadow = TestShadow.open()) {
            ShadowDatabase database = shadow.create();
            Connection left = database.open("left open");
            name = database.name();
            assertThat(exists(name)).isTrue();
            assertThat(left.isValid(5)).isTrue();
        }
        assertThat(exists(name)).isFalse();
    }

    @Test
    void aCloneHasWhatItsOriginalHadAndGoesItsOwnWay() throws SQLException {
        try (Shadow shadow = TestShadow.open();
                ShadowDatabase original = shadow.create()) {
            execute(original, "CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
            try (ShadowDatabase clone = shadow.cloneOf(original)) {
                execute(clone, "INSERT INTO t VALUES (2)");
                assertThat(count(clone)).isEqualTo(2);
                assertThat(count(original)).isEqualTo(1);
            }
        }
    }

    @Test
    void aNewDatabaseIsEmpty() throws SQLException {
        try (Shadow shadow = TestShadow.open();
                ShadowDatabase database = shadow.create()) {
            execute(database, "CREATE TABLE t (a int)");
            assertThat(count(database)).isZero();
            assertThat(shadow.major()).isEqualTo(TestPostgres.shared().major());
        }
    }

    private static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static boolean exists(String name) throws SQLException {
        try (var other = TestPostgres.shared().newDatabase();
                Connection connection = other.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return row.next();
        }
    }
}
