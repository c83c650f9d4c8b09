package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.stockassistant.migrations.readiness.spring.SchemaReadinessConfiguration;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.DataSourceConfiguration;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application with shared's database that imports the check. */
final class ASpringApplicationTest {

    @TempDir
    private Path folder;

    private Shop shop;
    private final AtomicInteger workers = new AtomicInteger();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Works with the database as soon as it is there. */
    static final class Worker {
        Worker(JdbcClient client, AtomicInteger workers) {
            client.sql("SELECT 1").query(Integer.class).single();
            workers.incrementAndGet();
        }
    }

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
        log.start();
        logger().addAppender(log);
        logger().setLevel(Level.INFO); // the engine, which is on this class path, has switched logging off
    }

    @AfterEach
    void end() {
        logger().detachAppender(log);
        logger().setLevel(null);
        shop.close();
    }

    @Test
    void startsOnADatabaseThatIsReady() throws SQLException {
        shop.upgrade();
        try (AnnotationConfigApplicationContext application = start(Map.of())) {
            assertThat(workers).hasValue(1);
            assertThat(application.getBean(SchemaReadiness.class).check().isReady())
                    .isTrue();
        }
        assertThat(log.list)
                .singleElement()
                .hasToString("[INFO] The database \"" + shop.database().name() + "\" is ready: 1 module, 2 tables.");
    }

    @Test
    void doesNotBeginToWorkOnAnyOther() {
        SchemaNotReadyException refused = catchThrowableOfType(SchemaNotReadyException.class, () -> start(Map.of()));

        assertThat(refused)
                .hasMessageContaining("shop: 3 migrations pending")
                .message()
                .endsWith("\njava -jar migrations-app.jar");
        assertThat(workers).hasValue(0);
    }

    @Test
    void warnsAndWorksWhereThatIsThePolicy() {
        Map<String, String> settings =
                Map.of("SCHEMA_READINESS", "warn", "SCHEMA_READINESS_COMMAND", "java -jar shop-migrations.jar");
        try (AnnotationConfigApplicationContext application = start(settings)) {
            assertThat(application.isRunning()).isTrue();
            assertThat(workers).hasValue(1);
        }
        assertThat(log.list)
                .singleElement()
                .asString()
                .startsWith("[WARN] The database ")
                .endsWith("\njava -jar shop-migrations.jar");
    }

    @Test
    void asksForTablesAloneWhereMigratingIsNotItsBusiness() throws SQLException {
        shop.upgrade();
        shop.module().sql("V3__more.sql", "CREATE TABLE more ();\n");
        try (AnnotationConfigApplicationContext application =
                start(Map.of("SCHEMA_READINESS", "migrate-is-not-mine"))) {
            assertThat(application.isRunning()).isTrue();
        }
    }

    @Test
    void refusesAPolicyThatIsNone() {
        assertThat(catchThrowableOfType(Exception.class, () -> start(Map.of("SCHEMA_READINESS", "never"))))
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("SCHEMA_READINESS is \"never\", which is no policy.");
    }

    private AnnotationConfigApplicationContext start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DATABASE_URL", shop.database().url());
        environment.put("DATABASE_POOL_SIZE", "1");
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
        application.setClassLoader(shop.module().loader());
        application.registerBean(Variables.class, () -> Variables.of(environment, Map.of()));
        application.registerBean(AtomicInteger.class, () -> workers);
        application.registerBean(Worker.class);
        application.register(DataSourceConfiguration.class, SchemaReadinessConfiguration.class);
        application.refresh();
        return application;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(SchemaReadiness.class);
    }
}
