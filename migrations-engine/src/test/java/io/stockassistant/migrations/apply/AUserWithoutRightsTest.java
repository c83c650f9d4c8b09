package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AUserWithoutRightsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private final String user = scene.database().name() + "_user";

    @BeforeEach
    void createUser() throws SQLException {
        scene.execute(
                "CREATE ROLE " + user + " LOGIN PASSWORD '" + scene.database().password() + "'");
        Shop.writeTo(scene.modules());
    }

    @AfterEach
    void dropUser() throws SQLException {
        scene.execute("BEGIN READ WRITE; DROP OWNED BY " + user + " CASCADE; DROP ROLE " + user + "; COMMIT");
    }

    @Test
    void mayNotCreateTheSchema() throws SQLException {
        Failure failure = ((Stopped) asUser().up()).failure();
        assertThat(failure.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
        assertThat(failure.message()).contains("permission denied for database");
        assertThat(failure.remedy())
                .contains("GRANT CREATE ON DATABASE \"" + scene.database().name() + "\" TO \"" + user + "\"");

        scene.execute("GRANT CREATE ON DATABASE " + scene.database().name() + " TO " + user);
        assertThat(asUser().up()).as("after that command").isInstanceOf(ApplyReport.Applied.class);
    }

    @Test
    void mayNotReadTheHistory() throws SQLException {
        scene.up();
        assertThatThrownBy(() -> asUser().up())
                .isInstanceOf(SQLException.class)
                .extracting(each -> ((SQLException) each).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void mayNotWriteTheHistory() throws SQLException {
        scene.up("shop@1");
        scene.execute("GRANT USAGE, CREATE ON SCHEMA shop TO " + user
                + "; GRANT SELECT ON shop.flyway_schema_history TO " + user);
        scene.modules().upgrade("shop", "2__names", "CREATE TABLE names ();\n");
        Failure failure = ((Stopped) asUser().up()).failure();
        assertThat(failure.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
        assertThat(failure.message()).contains("permission denied for table flyway_schema_history");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void mayNotDoWhatTheScriptDoes() throws SQLException {
        scene.up("shop@1");
        scene.execute("GRANT USAGE, CREATE ON SCHEMA shop TO " + user
                + "; GRANT SELECT, INSERT ON shop.flyway_schema_history TO " + user);
        Failure failure = ((Stopped) asUser().up()).failure();
        assertThat(failure.code()).isEqualTo(ProblemCode.FAILED_MIGRATION);
        assertThat(failure.message()).contains("must be owner of table items");
        assertThat(failure.line()).isEqualTo(1);
    }

    @Test
    void findsADatabaseThatTakesNoWrites() throws SQLException {
        scene.up("shop@1");
        scene.execute("ALTER DATABASE " + scene.database().name() + " SET default_transaction_read_only = on");
        Failure failure = ((Stopped) scene.up()).failure();
        assertThat(failure.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
        assertThat(failure.message()).contains("read-only transaction");
        assertThat(failure.remedy()).contains("takes writes");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    private Runs asUser() {
        return Runs.on(scene.database(), user, scene.modules()::migrations);
    }
}
