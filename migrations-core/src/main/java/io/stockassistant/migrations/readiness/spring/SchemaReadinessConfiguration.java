package io.stockassistant.migrations.readiness.spring;

import io.stockassistant.migrations.readiness.ReadinessSettings;
import io.stockassistant.migrations.readiness.SchemaReadiness;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Checks the database of a Spring application (6.2 or newer) when it starts, before it creates the beans that would work
 * with it, and ends the start with a {@link io.stockassistant.migrations.readiness.SchemaNotReadyException} where the
 * database is not ready and the policy says so. To be imported.
 *
 * <p>Asks for a {@code DataSource}, the primary one where there are several. The settings are those of {@link
 * ReadinessSettings#of}, from the environment and {@code .env} in the working folder; an application with a bean of type
 * {@link ReadinessSettings}, or of type {@link Variables}, gives others.
 */
@Configuration(proxyBeanMethods = false)
public class SchemaReadinessConfiguration {

    /** The check itself, for whoever wants to repeat it, as a probe does. */
    @Bean
    public SchemaReadiness schemaReadiness(
            DataSource source,
            ApplicationContext application,
            ObjectProvider<ReadinessSettings> settings,
            ObjectProvider<Variables> variables) {
        return SchemaReadiness.of(
                source,
                Objects.requireNonNull(application.getClassLoader()),
                settings.getIfAvailable(
                        () -> ReadinessSettings.of(variables.getIfAvailable(() -> Variables.ofProcess(Path.of(""))))));
    }

    @Bean
    CheckAtStart schemaReadinessAtStart() {
        return new CheckAtStart();
    }
}
