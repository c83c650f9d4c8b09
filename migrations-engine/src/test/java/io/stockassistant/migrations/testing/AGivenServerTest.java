package io.stockassistant.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tests.postgres.url}, which names the server that the other tests have. */
class AGivenServerTest {

    private final TestDatabase maintenance = TestPostgres.shared().newDatabase();
    private final String before = System.getProperty(TestPostgresServer.URL_PROPERTY, "");

    @BeforeEach
    void nameIt() {
        System.setProperty(TestPostgresServer.URL_PROPERTY, maintenance.url() + "?application_name=a%20team");
    }

    @AfterEach
    void forgetIt() {
        System.setProperty(TestPostgresServer.URL_PROPERTY, before);
        maintenance.close();
    }

    @Test
    void getsTheDatabasesAndLosesThemAll() throws SQLException {
        TestPostgres postgres = TestPostgres.on(TestPostgresServer.start(1));
        TestDatabase closed = postgres.newDatabase();
        TestDatabase left = postgres.newDatabase();
        try (Connection connection = left.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t ()");
            assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("a team");
        }
        closed.close();
        postgres.closeToAll(left);
        postgres.dropAll();

        assertThatThrownBy(closed::connect).hasMessageContaining("does not exist");
        assertThatThrownBy(left::connect).hasMessageContaining("does not exist");
    }

    @Test
    void mayHaveAnyVersion() {
        assertThat(TestPostgres.on(TestPostgresServer.start(1)).major())
                .isEqualTo(TestPostgres.shared().major());
    }

    @Test
    void lendsCopiesToWhichNobodyConnectedBefore() throws SQLException {
        TestPostgres postgres = TestPostgres.on(TestPostgresServer.start(1));
        try (TestDatabase template = postgres.newDatabase();
                Connection left = template.connect()) {
            postgres.closeToAll(template);

            assertThatThrownBy(template::connect).hasMessageContaining("not currently accepting connections");
            try (TestDatabase copy = postgres.copyOf(template);
                    Connection connection = copy.connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(left.isValid(5)).isFalse();
        }
    }
}
