package io.stockassistant.identityaccess.role.persistence;

import io.stockassistant.identityaccess.role.Roles;
import java.time.Clock;
import org.mapstruct.factory.Mappers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers the roles that are stored in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class RolePersistence {

    /** The roles of the database behind the client. */
    @Bean
    public Roles roles(JdbcClient jdbc, Clock clock) {
        return new RolesJdbc(jdbc, Mappers.getMapper(RoleMapper.class), clock);
    }
}
