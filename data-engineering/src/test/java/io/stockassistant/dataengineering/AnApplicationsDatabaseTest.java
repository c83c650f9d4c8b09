package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.shared.config.DataSourceConfiguration;
import io.stockassistant.shared.config.Variables;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A Spring application with shared's database on a real server, over the tables of this module. */
@MigratedDatabase("data-engineering")
class AnApplicationsDatabaseTest {

    private static final String INSERT =
            "INSERT INTO data_engineering.stock_info (third_code, symbol, name) VALUES (?, ?, 'a stock')";

    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    AnApplicationsDatabaseTest(TestDatabase database) {
        Variables variables = Variables.of(
                Map.of("DATABASE_URL", database.url() + "?application_name=a%20test", "DATABASE_POOL_SIZE", "2"),
                Map.of());
        application.registerBean(Variables.class, () -> variables);
        application.registerBean(Registration.class);
        application.register(DataSourceConfiguration.class);
        application.refresh();
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void isReachedUnderTheNameThatTheSettingsGive() {
        assertThat(client().sql("SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()")
                        .query(String.class)
                        .single())
                .isEqualTo("a test");
    }

    @Test
    void keepsWhatATransactionEndedWith() {
        application.getBean(Registration.class).register("KEPT", false);

        assertThat(count("KEPT")).isEqualTo(1);
    }

    @Test
    void losesWhatAFailedTransactionBegan() {
        Registration registration = application.getBean(Registration.class);

        assertThatThrownBy(() -> registration.register("LOST", true)).isInstanceOf(IllegalStateException.class);
        assertThat(count("LOST")).isZero();
    }

    @Test
    void saysWhatAUniqueKeyRefused() {
        Registration registration = application.getBean(Registration.class);
        registration.register("TWICE", false);

        assertThatThrownBy(() -> registration.register("TWICE", false)).isInstanceOf(DuplicateKeyException.class);
    }

    private int count(String code) {
        return client().sql("SELECT count(*) FROM data_engineering.stock_info WHERE third_code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private JdbcClient client() {
        return application.getBean(JdbcClient.class);
    }

    /** Has no interface: its proxy is a subclass. */
    @Transactional
    static class Registration {

        private final JdbcClient client;

        Registration(JdbcClient client) {
            this.client = client;
        }

        void register(String code, boolean fail) {
            client.sql(INSERT).params(code, code).update();
            if (fail) {
                throw new IllegalStateException("after the INSERT");
            }
        }
    }
}
