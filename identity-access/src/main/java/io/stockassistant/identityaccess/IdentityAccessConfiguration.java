package io.stockassistant.identityaccess;

import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.apikey.application.IssueApiKey;
import io.stockassistant.identityaccess.apikey.application.RevokeApiKey;
import io.stockassistant.identityaccess.apikey.application.VerifyApiKey;
import io.stockassistant.identityaccess.apikey.persistence.ApiKeyPersistence;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.identityaccess.role.application.GrantPermission;
import io.stockassistant.identityaccess.role.persistence.RolePersistence;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.Users;
import io.stockassistant.identityaccess.user.application.ActivateUser;
import io.stockassistant.identityaccess.user.application.AssignRole;
import io.stockassistant.identityaccess.user.application.ChangePassword;
import io.stockassistant.identityaccess.user.application.CheckPermission;
import io.stockassistant.identityaccess.user.application.CreateUser;
import io.stockassistant.identityaccess.user.application.DeactivateUser;
import io.stockassistant.identityaccess.user.bcrypt.BcryptPasswordHash;
import io.stockassistant.identityaccess.user.persistence.UserPersistence;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The use cases of this context. Needs a JdbcClient, a transaction manager and a {@link Clock}; the property
 * {@code identity.bcrypt-cost} (default 12) says how slow passwords are hashed.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@Import({RolePersistence.class, UserPersistence.class, ApiKeyPersistence.class})
public class IdentityAccessConfiguration {

    static final int DEFAULT_COST = 12;

    /** For who has a connection and no Spring context. */
    static Users usersOf(JdbcClient jdbc, Clock clock) {
        return new UserPersistence().users(jdbc, clock);
    }

    static Roles rolesOf(JdbcClient jdbc, Clock clock) {
        return new RolePersistence().roles(jdbc, clock);
    }

    @Bean
    PasswordHash passwordHash(Environment environment) {
        return new BcryptPasswordHash(environment.getProperty("identity.bcrypt-cost", Integer.class, DEFAULT_COST));
    }

    @Bean
    GrantPermission grantPermission(Roles roles) {
        return new GrantPermission(roles);
    }

    @Bean
    CreateUser createUser(Users users, Roles roles, PasswordHash passwords) {
        return new CreateUser(users, roles, passwords);
    }

    @Bean
    AssignRole assignRole(Users users, Roles roles) {
        return new AssignRole(users, roles);
    }

    @Bean
    ActivateUser activateUser(Users users) {
        return new ActivateUser(users);
    }

    @Bean
    DeactivateUser deactivateUser(Users users) {
        return new DeactivateUser(users);
    }

    @Bean
    CheckPermission checkPermission(Users users) {
        return new CheckPermission(users);
    }

    @Bean
    ChangePassword changePassword(Users users, PasswordHash passwords) {
        return new ChangePassword(users, passwords);
    }

    @Bean
    IssueApiKey issueApiKey(ApiKeys keys, Users users, Clock clock) {
        return new IssueApiKey(keys, users, clock);
    }

    @Bean
    VerifyApiKey verifyApiKey(ApiKeys keys, Users users, Clock clock) {
        return new VerifyApiKey(keys, users, clock);
    }

    @Bean
    RevokeApiKey revokeApiKey(ApiKeys keys) {
        return new RevokeApiKey(keys);
    }
}
