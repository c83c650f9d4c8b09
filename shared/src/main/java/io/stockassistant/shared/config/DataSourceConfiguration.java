package io.stockassistant.shared.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The database of a Spring application: a pool of connections, transactions, a client, and the clock.
 *
 * <p>Which database, say the same variables as for the migrations ({@link DatabaseChoice}): {@code DATABASE_URL}, those
 * of libpq, or {@code POSTGRES_SERVER} and its like, from the environment and {@code .env} in the working folder; how
 * the pool behaves, those of {@link PoolSettings#of}. An application with a bean of type {@link Variables} gives others.
 *
 * <p>The pool connects when a connection is first needed: an application starts without its database, and it is for a
 * check to say what is wrong.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
public class DataSourceConfiguration {

    /**
     * Which database.
     *
     * @throws ConfigurationException if the variables name none, or make no sense
     */
    @Bean
    public DatabaseSettings databaseSettings(ObjectProvider<Variables> variables) {
        return ApplicationDatabase.of(orOfProcess(variables));
    }

    /**
     * The pool; it is closed with the application.
     *
     * @throws ConfigurationException if a setting of it makes no sense
     */
    @Bean(destroyMethod = "close")
    public HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<Variables> variables) {
        PoolSettings pool = PoolSettings.of(orOfProcess(variables));
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setDataSource(new DriverConnections(settings));
        config.setMaximumPoolSize(pool.size());
        config.setConnectionTimeout(pool.timeout().toMillis());
        config.setValidationTimeout(pool.validationTimeout().toMillis());
        config.setKeepaliveTime(pool.keepAlive().toMillis());
        config.setMaxLifetime(pool.maxLifetime().toMillis());
        config.setLeakDetectionThreshold(pool.leakDetection().toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Transactions on this database, whose failures at commit are translated as those of statements are. */
    @Bean
    public PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** Statements, within the transaction where there is one. */
    @Bean
    public JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    /** The time, so that a test can stop it. */
    @Bean
    public Clock clock() {
        return Clock.systemUTC();
    }

    private static Variables orOfProcess(ObjectProvider<Variables> variables) {
        return variables.getIfAvailable(() -> Variables.ofProcess(Path.of("")));
    }
}
