package io.stockassistant.identityaccess.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.identityaccess.IdentityContext;
import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.application.GrantPermission;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.Users;
import io.stockassistant.identityaccess.user.application.AssignRole;
import io.stockassistant.identityaccess.user.application.CheckPermission;
import io.stockassistant.identityaccess.user.application.DeactivateUser;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("identity-access")
final class RolesAndPermissionsTest {

    private static final Actor ANN = Actor.named("ann");
    private static final Permission SYNC = Permission.parse("data:sync");

    private final IdentityContext context;
    private final CheckPermission check;

    RolesAndPermissionsTest(DataSource source) {
        this.context = new IdentityContext(source);
        this.check = context.get(CheckPermission.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aGrantedPermissionCountsForEveryUserOfTheRole() {
        User user = context.user("granted", "researcher");
        assertThat(check.isAllowed(user.id(), SYNC)).isFalse();

        context.get(GrantPermission.class).grant("researcher", SYNC, ANN);

        assertThat(check.isAllowed(user.id(), SYNC)).isTrue();
        assertThat(context.get(Roles.class).get("researcher").allows(SYNC)).isTrue();
    }

    @Test
    void aSecondGrantKeepsTheRecordOfTheFirst() {
        Permission write = Permission.parse("data:write");
        context.get(GrantPermission.class).grant("user", write, ANN);
        context.get(GrantPermission.class).grant("user", write, Actor.named("bob"));

        assertThat(context.get(JdbcClient.class)
                        .sql("SELECT g.created_by FROM identity_access.role_permissions g"
                                + " JOIN identity_access.permissions p ON p.id = g.permission_id"
                                + " JOIN identity_access.roles r ON r.id = g.role_id"
                                + " WHERE r.name = 'user' AND p.name = 'data:write'")
                        .query(String.class)
                        .list())
                .containsExactly("ann");
    }

    @Test
    void twoWhoGrantAtTheSameTimeGrantOnce() throws Exception {
        Permission burn = Permission.parse("backtest:delete");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> grant = () -> {
                context.get(GrantPermission.class).grant("researcher", burn, ANN);
                return true;
            };
            for (Future<Boolean> each : threads.invokeAll(List.of(grant, grant))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(context.get(Roles.class).get("researcher").allows(burn)).isTrue();
    }

    @Test
    void listingsOutsideATransactionKeepNoConnection() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(context.get(Roles.class).list()).hasSize(3);
            assertThat(context.get(Users.class).listAfter("zz", 2)).isEmpty();
            assertThat(context.get(ApiKeys.class).listOf(-1)).isEmpty();
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (others() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(others()).isZero();
    }

    private long others() {
        return context.get(JdbcClient.class)
                .sql("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    @Test
    void anotherRoleCountsAtOnce() {
        User user = context.user("promoted");
        assertThat(check.isAllowed(user.id(), Permission.parse("user:delete"))).isFalse();

        context.get(AssignRole.class).assign("promoted", "admin", ANN);

        assertThat(check.isAllowed(user.id(), Permission.parse("user:delete"))).isTrue();
    }

    @Test
    void oneThatIsNotActiveOrUnknownMayDoNothing() {
        User user = context.user("idle");
        assertThat(check.isAllowed(user.id(), Permission.parse("data:read"))).isTrue();

        context.get(DeactivateUser.class).deactivate("idle", ANN);

        assertThat(check.isAllowed(user.id(), Permission.parse("data:read"))).isFalse();
        assertThat(check.isAllowed(-1, Permission.parse("data:read"))).isFalse();
    }

    @Test
    void unknownNamesAreRefused() {
        GrantPermission grant = context.get(GrantPermission.class);

        assertThatThrownBy(() -> grant.grant("king", SYNC, ANN))
                .isInstanceOf(NoSuchRole.class)
                .hasMessageContaining("'king'");
        assertThatThrownBy(() -> grant.grant("user", Permission.parse("data:burn"), ANN))
                .isInstanceOf(NoSuchPermission.class)
                .hasMessageContaining("data:burn");
        assertThat(context.get(Roles.class).find("king")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data", "data:", ":read", "Data:read", "data:read:all", "da ta:read", "data:re*d"})
    void aTextThatIsNoPermissionIsRefused(String text) {
        assertThatThrownBy(() -> Permission.parse(text)).isInstanceOf(InvalidPermission.class);
    }
}
