package io.stockassistant.llmplatform.model.persistence;

import io.stockassistant.llmplatform.encryption.AesGcm;
import io.stockassistant.llmplatform.model.Models;
import java.time.Clock;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers the model configurations that are stored in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class ModelPersistence {

    @Bean
    Models models(JdbcClient jdbc, AesGcm cipher, Clock clock) {
        return new ModelsJdbc(jdbc, Mappers.getMapper(ModelMapper.class), cipher, clock);
    }
}
