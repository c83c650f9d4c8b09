package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What needs no server; that a server is reached, a module's tests show. */
class ASpringApplicationTest {

    private static final String SECRETS =
            "DATABASE_URL=postgres://u:s3cret@localhost:1/d?sslpassword=k3y&connect_timeout=3";

    @Test
    void startsWithoutItsDatabaseAndHasAllThatItNeeds() {
        try (AnnotationConfigApplicationContext context = start(SECRETS + " ; DATABASE_POOL_SIZE=4")) {
            HikariDataSource pool = context.getBean(HikariDataSource.class);

            assertThat(context.getBean(DataSource.class)).isSameAs(pool);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
            assertThat(pool.getConnectionTimeout()).isEqualTo(10_000);
            assertThat(context.getBean(PlatformTransactionManager.class)).isNotNull();
            assertThat(context.getBean(JdbcClient.class)).isNotNull();
            assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
        }
    }

    @Test
    void endsWithItsPoolClosed() {
        AnnotationConfigApplicationContext context = start(SECRETS);
        HikariDataSource pool = context.getBean(HikariDataSource.class);
        context.close();

        assertThat(pool.isClosed()).isTrue();
    }

    @Test
    void thePoolHoldsNoSecretThatItCouldShow() {
        try (AnnotationConfigApplicationContext context = start(SECRETS)) {
            HikariDataSource pool = context.getBean(HikariDataSource.class);

            assertThat(pool.getPassword()).isNull();
            assertThat(pool.getDataSourceProperties()).isEmpty();
            assertThat(pool.getDataSource()).hasToString("postgres://u@localhost:1/d");
        }
    }

    @Test
    void aFailureToConnectShowsNoSecret() {
        try (AnnotationConfigApplicationContext context = start(SECRETS + " ; DATABASE_POOL_TIMEOUT=300ms")) {
            DataSource pool = context.getBean(DataSource.class);

            assertThatThrownBy(() -> pool.getConnection().close()).satisfies(failure -> {
                StringWriter all = new StringWriter();
                failure.printStackTrace(new PrintWriter(all));
                assertThat(all.toString()).doesNotContain("s3cret").doesNotContain("k3y");
            });
        }
    }

    @Test
    void anotherUserIsNotServed() {
        DriverConnections connections = new DriverConnections(Given.of(SECRETS).settings());

        assertThatThrownBy(() -> connect(connections)).hasMessageContaining("postgres://u@localhost:1/d");
    }

    private static void connect(DriverConnections connections) throws Exception {
        try (Connection none = connections.getConnection("other", "password")) {
            throw new AssertionError("connected: " + none);
        }
    }

    @Test
    void withoutSettingsItSaysHowToGetADatabase() {
        assertThatThrownBy(() -> start("").close())
                .rootCause()
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ConfigurationException.NO_DATABASE_CONFIGURED);
                    assertThat(refused.remedy()).contains("DATABASE_URL=", "./migrations db start");
                });
    }

    private static AnnotationConfigApplicationContext start(String line) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Variables.class, () -> Given.of(line).variables());
        context.register(DataSourceConfiguration.class);
        context.refresh();
        return context;
    }
}
