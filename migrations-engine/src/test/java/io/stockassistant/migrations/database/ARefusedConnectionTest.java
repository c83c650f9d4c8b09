package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ARefusedConnectionTest {

    /** PostgreSQL 13 still makes MD5 hashes by itself. */
    private static final String SCRAM = "SET password_encryption = 'scram-sha-256'; ";

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private final HostBasedAuthentication authentication = new HostBasedAuthentication(database);

    @BeforeAll
    void createPeople() throws SQLException {
        authentication.execute(SCRAM + "CREATE ROLE refused_ann LOGIN PASSWORD 'right'");
        authentication.execute(SCRAM + "CREATE ROLE refused_eve LOGIN PASSWORD 'right'");
        authentication.execute(SCRAM + "CREATE ROLE refused_max LOGIN PASSWORD 'right' CONNECTION LIMIT 0");
        authentication.execute("CREATE ROLE refused_mute NOLOGIN PASSWORD 'right'");
        authentication.prepend(
                "host all refused_ann,refused_max,refused_mute all scram-sha-256", "host all refused_eve all reject");
    }

    @AfterAll
    void removePeople() throws SQLException {
        authentication.restore();
        authentication.execute("DROP ROLE refused_ann, refused_eve, refused_max, refused_mute");
        database.close();
    }

    @Test
    void withTheRightPasswordIsNone() throws SQLException {
        Database.of(settings("refused_ann", "right")).open("").close();
    }

    @Test
    void forAWrongPasswordNamesTheUserAndWhereThePasswordComesFrom() {
        Problem problem = refusal(settings("refused_ann", "wrong"));
        assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
        assertThat(problem.message()).contains("refused_ann", database.host(), "password authentication failed");
        assertThat(problem.remedy()).contains("--password-file", "DATABASE_URL").doesNotContain("wrong");
    }

    @Test
    void forAMissingPasswordSaysSo() {
        Problem problem = refusal(settings("refused_ann", null));
        assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
        assertThat(problem.message()).contains("asks for a password, and none is given");
    }

    @Test
    void byPgHbaRepeatsTheServersSentence() {
        Problem problem = refusal(settings("refused_eve", "right"));
        assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
        assertThat(problem.message()).contains("pg_hba.conf rejects connection");
    }

    @Test
    void forARoleThatMayNotLogInIsOneOfAuthentication() {
        assertThat(refusal(settings("refused_mute", "right")).code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
    }

    @Test
    void forAnUnknownRoleIsOneOfAuthentication() {
        Problem problem = refusal(settings("refused_nobody", "right"));
        assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
        assertThat(problem.message()).contains("refused_nobody");
    }

    @Test
    void forAMissingDatabaseSaysHowToCreateIt() {
        Problem problem = refusal(Servers.settings(database).withDatabase("it's Missing"));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_MISSING);
        assertThat(problem.message()).contains("has no database \"it's Missing\"");
        assertThat(problem.remedy())
                .contains("/postgres' -c 'CREATE DATABASE \"it'\\''s Missing\"'")
                .startsWith("Create it: migrations init, or psql 'postgres://");
    }

    @Test
    void forAMissingPermissionSaysHowToGrantIt() throws SQLException {
        authentication.execute("REVOKE CONNECT ON DATABASE " + database.name() + " FROM PUBLIC");
        Problem problem = refusal(settings("refused_ann", "right"));
        authentication.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO PUBLIC");
        assertThat(problem.code()).isEqualTo(ProblemCode.PERMISSION_DENIED);
        assertThat(problem.remedy()).contains("GRANT CONNECT ON DATABASE " + database.name() + " TO refused_ann;");
    }

    @Test
    void forTooManyConnectionsSaysSo() {
        Problem problem = refusal(settings("refused_max", "right"));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
        assertThat(problem.message()).contains("too many connections");
    }

    @Test
    void forEncryptionThatTheServerDoesNotOfferNamesTheMode() {
        DatabaseSettings plain = Servers.settings(database);
        Problem problem = refusal(new DatabaseSettings(
                plain.host(),
                plain.port(),
                plain.database(),
                plain.user(),
                plain.password(),
                Map.of("sslmode", "require"),
                plain.source()));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
        assertThat(problem.message()).contains("offers no encryption, which sslmode=require demands");
    }

    private DatabaseSettings settings(String user, @Nullable String password) {
        return Servers.settings(database, user, password);
    }

    private static Problem refusal(DatabaseSettings settings) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> Database.of(settings).open("test").close());
        assertThat(refusal).isNotNull();
        return refusal.problems().get(0);
    }
}
