package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A login that becomes the owner of everything when it connects, as companies like to have it. */
class ALoginWithADefaultRoleTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private final String owner = scene.database().name() + "_owner";
    private final String login = scene.database().name() + "_login";

    @BeforeEach
    void createRoles() throws SQLException {
        String database = scene.database().name();
        scene.execute("CREATE ROLE " + owner + "; CREATE ROLE " + login + " LOGIN NOINHERIT IN ROLE " + owner
                + " PASSWORD '" + scene.database().password() + "'; GRANT CREATE ON DATABASE " + database + " TO "
                + owner + "; ALTER ROLE " + login + " SET role = " + owner);
    }

    @AfterEach
    void dropRoles() throws SQLException {
        scene.execute("DROP OWNED BY " + owner + " CASCADE; DROP ROLE " + login + ", " + owner);
    }

    @Test
    void isTheOwnerInEveryStep() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.modules().migration("shop", "5__more", "CREATE TABLE more ();\n", "DROP TABLE more;\n");
        Runs runs = Runs.on(scene.database(), login, scene.modules()::migrations);
        assertThat(runs.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class"
                        + " WHERE relnamespace = 'shop'::regnamespace"))
                .containsExactly(owner);
        assertThat(runs.down("base")).isInstanceOf(ApplyReport.Applied.class);
    }
}
