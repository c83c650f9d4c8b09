package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.Role;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.identityaccess.user.PasswordHash;
import io.stockassistant.identityaccess.user.PlainPassword;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import io.stockassistant.identityaccess.user.application.ChangePassword;
import io.stockassistant.identityaccess.user.application.DeactivateUser;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.Variables;
import io.stockassistant.shared.migration.InitOutcome;
import io.stockassistant.shared.migration.InitPlace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@MigratedDatabase("identity-access")
final class TheFirstAdministratorTest {

    private static final Map<String, String> ANN =
            Map.of("INIT_ADMIN_NAME", "ann", "INIT_ADMIN_EMAIL", "Ann@Example.org");

    private final DataSource source;
    private final IdentityContext context;
    private final Users users;
    private final FirstAdministrator task = new FirstAdministrator();

    TheFirstAdministratorTest(DataSource source) {
        this.source = source;
        this.context = new IdentityContext(source);
        this.users = context.get(Users.class);
    }

    @BeforeEach
    void beginWithNobody() {
        JdbcClient.create(source).sql("DELETE FROM identity_access.users").update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private InitOutcome carryOut(String password) throws Exception {
        Map<String, String> settings = new HashMap<>(ANN);
        settings.put("INIT_ADMIN_PASSWORD", password);
        try (Connection connection = source.getConnection()) {
            return task.prepare(Variables.of(settings, Map.of()), new InitPlace(false, true))
                    .carryOut(connection);
        }
    }

    private Optional<InitOutcome> findDone() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return task.findDone(connection);
        }
    }

    @Test
    void signsInWithTheGivenPasswordAndHasToChangeIt() throws Exception {
        assertThat(findDone()).isEmpty();
        InitOutcome outcome = carryOut(IdentityContext.PASSWORD);

        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.secret()).as("who gave it knows it").isEmpty();
        User ann = users.get("ann");
        assertThat(ann.email()).isEqualTo("ann@example.org");
        assertThat(ann.active()).isTrue();
        assertThat(ann.mustChangePassword()).isTrue();
        Role admin = context.get(Roles.class).get("admin");
        assertThat(ann.roleId()).isEqualTo(admin.id());
        assertThat(ann.password().text()).startsWith("$2a$12$").doesNotContain(IdentityContext.PASSWORD);
        assertThat(context.get(PasswordHash.class)
                        .matches(PlainPassword.typed(IdentityContext.PASSWORD), ann.password()))
                .isTrue();
        assertThat(JdbcClient.create(source)
                        .sql("SELECT concat_ws('/', created_by, updated_by) FROM identity_access.users")
                        .query(String.class)
                        .single())
                .as("the system itself")
                .isEmpty();
    }

    @Test
    void isToldADrawnPasswordOnceAndReplacesIt() throws Exception {
        InitOutcome outcome = carryOut("");
        String drawn = outcome.secret().orElseThrow().secret().reveal();

        assertThat(drawn).matches("([a-km-np-z2-9]{5}-){4}[a-km-np-z2-9]{5}");
        assertThat(outcome.toString()).doesNotContain(drawn);
        assertThat(outcome.lines().toString() + outcome.values()).doesNotContain(drawn);
        PlainPassword another = PlainPassword.chosen("a brand new secret");
        context.get(ChangePassword.class).change("ann", PlainPassword.typed(drawn), another);
        assertThat(users.get("ann").mustChangePassword()).isFalse();
    }

    @Test
    void isFoundTheSecondTime() throws Exception {
        carryOut(IdentityContext.PASSWORD);
        assertThat(findDone().orElseThrow().lines())
                .containsExactly("There is an administrator already, ann (ann@example.org): nothing was changed.");
        context.user("other", "admin");
        context.get(DeactivateUser.class).deactivate("ann", Actor.SYSTEM);
        assertThat(findDone().orElseThrow().values())
                .as("an active one is named first")
                .containsEntry("username", "other");
        context.get(DeactivateUser.class).deactivate("other", Actor.SYSTEM);
        assertThat(findDone().orElseThrow().lines())
                .containsExactly(
                        "There is an administrator already, ann (ann@example.org, not active): nothing was changed.");
    }

    @Test
    void isNotMadeOfSomebodyWhoHasTheNameOrTheAddress() throws Exception {
        context.user("ann", "researcher");
        assertRefused("There is a user ann (ann@example.org) already, of the role researcher: nothing was changed");
        beginWithNobody();
        JdbcClient.create(source)
                .sql("INSERT INTO identity_access.users (username, email, hashed_password, role_id)"
                        + " SELECT 'bob', 'ann@example.org', 'x', id FROM identity_access.roles WHERE name = 'user'")
                .update();
        assertRefused("There is a user bob (ann@example.org) already, of the role user: nothing was changed");
    }

    private void assertRefused(String says) throws Exception {
        assertThatThrownBy(() -> carryOut(""))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.remedy()).contains("INIT_ADMIN_NAME", "INIT_ADMIN_EMAIL", "migrations init"))
                .hasMessageStartingWith(says);
        assertThat(users.listAfter("", 10)).hasSize(1);
        assertThat(findDone()).isEmpty();
    }

    @Test
    void isLookedForWhereThereAreNoTablesYet() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("ALTER TABLE identity_access.users DROP COLUMN must_change_password")
                    .update();
            assertThat(task.findDone(connection)).isEmpty();
            jdbc.sql("DROP SCHEMA identity_access CASCADE").update();
            assertThat(task.findDone(connection)).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void leavesTheTransactionToWhoeverGaveIt() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            task.prepare(Variables.of(ANN, Map.of()), new InitPlace(false, true))
                    .carryOut(connection);
            assertThat(connection.isClosed()).isFalse();
            connection.rollback();
        }
        assertThat(users.listAfter("", 10)).isEmpty();
    }

    @Test
    void needsTheRole() throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("UPDATE identity_access.roles SET name = 'x' WHERE name = 'admin'");
            assertThatThrownBy(() -> task.prepare(Variables.of(ANN, Map.of()), new InitPlace(false, true))
                            .carryOut(connection))
                    .hasMessageContaining("admin");
            connection.rollback();
        }
        assertThat(List.of(task.module(), task.name())).containsExactly("identity-access", "first-administrator");
    }
}
