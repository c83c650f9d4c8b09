package io.stockassistant.identityaccess;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Role;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.identityaccess.user.NewUser;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import io.stockassistant.identityaccess.user.application.CreateUser;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.Password;
import io.stockassistant.shared.config.Variables;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitPlace;
import io.stockassistant.shared.migration.InitTask;
import io.stockassistant.shared.migration.ShownOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the first administrator of an installation, unless there is one. Spring's classes are loaded when there is work
 * for them: who only looks does without.
 */
public final class FirstAdministrator implements InitTask {

    static final String ROLE = "admin";

    @Override
    public String module() {
        return new IdentityAccessModule().name();
    }

    @Override
    public String name() {
        return "first-administrator";
    }

    @Override
    public Optional<InitOutcome> findDone(Connection connection) throws SQLException {
        return ExistingAdministrator.find(connection)
                .map(found -> InitOutcome.unchanged(List.of(found.sentence()), found.values()));
    }

    @Override
    public Ready prepare(Variables settings, InitPlace place) {
        AdministratorSettings given = AdministratorSettings.read(settings, place);
        return new Ready() {
            @Override
            public Set<Password> secrets() {
                return Set.of(Password.of(given.user().password().reveal()));
            }

            @Override
            public InitOutcome carryOut(Connection connection) {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                Clock clock = Clock.systemUTC();
                return create(
                        given,
                        IdentityAccessConfiguration.usersOf(jdbc, clock),
                        IdentityAccessConfiguration.rolesOf(jdbc, clock));
            }
        };
    }

    private static InitOutcome create(AdministratorSettings given, Users users, Roles roles) {
        NewUser wanted = given.user();
        Optional<User> taken = users.find(wanted.username()).or(() -> users.findByEmail(wanted.email()));
        if (taken.isPresent()) {
            throw refused(taken.get(), roles);
        }
        User made = new CreateUser(users, roles, given.passwords()).create(wanted, Actor.SYSTEM);
        return new InitOutcome(
                true,
                List.of("Created the first administrator, " + made.username() + " (" + made.email()
                        + "), who must choose another password at the first sign-in."),
                values(made),
                given.drawn()
                        ? Optional.of(new ShownOnce(
                                "The first password of the administrator " + made.username(),
                                Password.of(wanted.password().reveal())))
                        : Optional.empty());
    }

    /** To make an administrator of somebody else is not for a setting to do. */
    private static ConfigurationException refused(User taken, Roles roles) {
        String role = roles.list().stream()
                .filter(each -> each.id() == taken.roleId())
                .map(Role::name)
                .findFirst()
                .orElseThrow();
        return ConfigurationException.invalid(
                "There is a user " + taken.username() + " (" + taken.email() + ") already, of the role " + role
                        + ": nothing was changed, and there is no administrator.",
                "To have one, set " + AdministratorSettings.NAME + " and " + AdministratorSettings.EMAIL
                        + " to another name and address, and repeat: migrations init");
    }

    private static Map<String, Object> values(User user) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("username", user.username());
        values.put("email", user.email());
        values.put("role", ROLE);
        values.put("active", user.active());
        values.put("mustChangePassword", user.mustChangePassword());
        return values;
    }
}
