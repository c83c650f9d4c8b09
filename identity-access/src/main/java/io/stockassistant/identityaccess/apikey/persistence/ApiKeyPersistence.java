package io.stockassistant.identityaccess.apikey.persistence;

import io.stockassistant.identityaccess.apikey.ApiKeys;
import java.time.Clock;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers the API keys that are stored in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class ApiKeyPersistence {

    @Bean
    ApiKeys apiKeys(JdbcClient jdbc, Clock clock) {
        return new ApiKeysJdbc(jdbc, Mappers.getMapper(ApiKeyMapper.class), clock);
    }
}
