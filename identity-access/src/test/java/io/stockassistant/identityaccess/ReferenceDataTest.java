package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.identityaccess.role.Permission;
import io.stockassistant.identityaccess.role.Role;
import io.stockassistant.identityaccess.role.Roles;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MigratedDatabase("identity-access")
final class ReferenceDataTest {

    private static final String FILE = "/db/migration/identity_access/R__reference_data.sql";

    private final IdentityContext context;
    private final TestDatabase database;

    ReferenceDataTest(DataSource source, TestDatabase database) {
        this.context = new IdentityContext(source);
        this.database = database;
    }

    @BeforeEach
    void begin() throws SQLException {
        runs("DELETE FROM role_permissions; DELETE FROM permissions; DELETE FROM roles");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void givesTheRolesWhatTheyMayDo() throws Exception {
        again();

        assertThat(context.get(Roles.class).list())
                .extracting(Role::name)
                .containsExactly("admin", "researcher", "user");
        assertThat(role("admin").description()).isEqualTo("system administrator");
        assertThat(role("admin").permissions())
                .extracting(Permission::name)
                .containsExactlyInAnyOrder(
                        "user:create",
                        "user:read",
                        "user:update",
                        "user:delete",
                        "role:create",
                        "role:read",
                        "role:update",
                        "role:delete",
                        "permission:create",
                        "permission:read",
                        "permission:update",
                        "permission:delete",
                        "apikey:create",
                        "apikey:read",
                        "apikey:delete",
                        "data:read",
                        "data:sync",
                        "data:write",
                        "backtest:run",
                        "backtest:read",
                        "backtest:delete",
                        "strategy:create",
                        "strategy:read",
                        "strategy:update",
                        "strategy:delete");
        assertThat(role("researcher").permissions())
                .extracting(Permission::name)
                .containsExactlyInAnyOrder(
                        "data:read",
                        "backtest:run",
                        "backtest:read",
                        "apikey:create",
                        "apikey:read",
                        "apikey:delete",
                        "strategy:create",
                        "strategy:read",
                        "strategy:update",
                        "strategy:delete");
        assertThat(role("user").permissions())
                .extracting(Permission::name)
                .containsExactlyInAnyOrder("data:read", "backtest:read");
    }

    @Test
    void changesNoRowWhenItRunsAgain() throws Exception {
        again();
        String before = everything();

        again();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesWhatAnAdministratorAddedAndReworded() throws Exception {
        again();
        runs("INSERT INTO permissions (name, resource, action) VALUES ('report:read', 'report', 'read');"
                + " INSERT INTO roles (name) VALUES ('auditor');"
                + " INSERT INTO role_permissions (role_id, permission_id)"
                + " SELECT r.id, p.id FROM roles r, permissions p"
                + " WHERE r.name IN ('auditor', 'user') AND p.name = 'report:read';"
                + " UPDATE roles SET description = 'our people', updated_by = 'ann' WHERE name = 'user'");

        again();

        assertThat(role("auditor").permissions()).containsExactly(Permission.parse("report:read"));
        assertThat(role("user").permissions()).contains(Permission.parse("report:read"));
        assertThat(role("user").description()).isEqualTo("our people");
        assertThat(role("admin").allows(Permission.parse("report:read"))).isTrue();
    }

    @Test
    void bringsTheWordsThatNobodyChangedUpToDate() throws Exception {
        again();
        runs("UPDATE roles SET description = 'what an older file said' WHERE name = 'user'");

        again();

        assertThat(role("user").description()).isEqualTo("platform user");
    }

    @Test
    void leavesAPermissionThatIsNoLongerInTheFile() throws Exception {
        again();
        String without = script().replace("['read', 'sync', 'write']", "['read', 'write']");
        assertThat(without).isNotEqualTo(script());

        runs(without);

        assertThat(role("admin").allows(Permission.parse("data:sync"))).isTrue();
    }

    private Role role(String name) {
        return context.get(Roles.class).get(name);
    }

    private void again() throws SQLException, IOException {
        runs(script());
    }

    private static String script() throws IOException {
        try (InputStream file = ReferenceDataTest.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void runs(String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = identity_access");
            statement.execute(script);
        }
    }

    private String everything() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT string_agg(r::text, ',' ORDER BY id)"
                        + " FROM identity_access.roles r) || (SELECT string_agg(p::text, ',' ORDER BY id)"
                        + " FROM identity_access.permissions p) || (SELECT string_agg(g::text, ','"
                        + " ORDER BY role_id, permission_id) FROM identity_access.role_permissions g)")) {
            row.next();
            return row.getString(1);
        }
    }
}
