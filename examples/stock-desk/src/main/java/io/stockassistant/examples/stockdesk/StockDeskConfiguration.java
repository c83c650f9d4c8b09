package io.stockassistant.examples.stockdesk;

import io.stockassistant.dataengineering.DataEngineeringConfiguration;
import io.stockassistant.migrations.readiness.ReadinessSettings;
import io.stockassistant.migrations.readiness.spring.SchemaReadinessConfiguration;
import io.stockassistant.shared.config.DataSourceConfiguration;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the application is made of. */
@Configuration(proxyBeanMethods = false)
@Import({DataSourceConfiguration.class, SchemaReadinessConfiguration.class, DataEngineeringConfiguration.class})
class StockDeskConfiguration {

    @Bean
    Variables variables() {
        return Variables.ofProcess(Path.of(""));
    }

    /** This repository has a launcher of its own for its migrations. */
    @Bean
    ReadinessSettings readinessSettings(Variables variables) {
        return ReadinessSettings.of(variables, "./migrations");
    }
}
