package io.stockassistant.identityaccess.user.persistence;

import io.stockassistant.identityaccess.user.Users;
import java.time.Clock;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers the users that are stored in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class UserPersistence {

    /** The users of the database behind the client. */
    @Bean
    public Users users(JdbcClient jdbc, Clock clock) {
        return new UsersJdbc(jdbc, Mappers.getMapper(UserMapper.class), clock);
    }
}
