package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.stockassistant.migrations.database.HostBasedAuthentication;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What an application says that cannot look at its database. */
final class NoDatabaseTest {

    private static final String SECRET = "hunter2:x";

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(names = "WARN", mode = EnumSource.Mode.EXCLUDE)
    void isNamedWithoutAServer(ReadinessPolicy policy) {
        PGSimpleDataSource nowhere = source();
        nowhere.setPortNumbers(new int[] {1});
        SchemaReadiness check = shop.check(nowhere, settings(policy));
        SchemaNotReadyException refused = catchThrowableOfType(SchemaNotReadyException.class, check::require);

        assertThat(code(refused.readiness())).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
        assertThat(refused)
                .hasMessageStartingWith("The application cannot use its database: Connection to 127.0.0.1:1 refused.")
                .message()
                .doesNotContain("ConnectException")
                .endsWith("\n./migrations status");
    }

    @Test
    void isOnlyToldWhereThePolicyIsToWarn() {
        PGSimpleDataSource nowhere = source();
        nowhere.setPortNumbers(new int[] {1});

        assertThat(shop.check(nowhere, settings(ReadinessPolicy.WARN)).require().isConnected())
                .isFalse();
    }

    @Test
    void isNamedWithTheReasonBelowThePools() {
        try (HikariDataSource pool = new HikariDataSource()) {
            PGSimpleDataSource nowhere = source();
            nowhere.setServerNames(new String[] {"no.such.host.invalid"});
            pool.setDataSource(nowhere);
            pool.setConnectionTimeout(300);
            pool.setInitializationFailTimeout(-1);

            assertThat(check(pool).obstacle().orElseThrow().message())
                    .contains("(UnknownHostException: no.such.host.invalid)")
                    .doesNotContain("request timed out");
        }
    }

    @Test
    void isNamedWithoutADatabase() {
        PGSimpleDataSource none = source();
        none.setDatabaseName("none_of_these");
        SchemaReadiness check = shop.check(none, settings(ReadinessPolicy.FAIL));
        Readiness found = check.check();

        assertThat(code(found)).isEqualTo(ProblemCode.DATABASE_MISSING);
        assertThat(check.describe(found))
                .contains("database \"none_of_these\" does not exist")
                .endsWith("\n./migrations init");
    }

    @Test
    void isNamedWithAWrongPasswordAndNotThePassword() throws SQLException {
        String user = shop.database().name() + "_ann";
        HostBasedAuthentication authentication = new HostBasedAuthentication(shop.database());
        shop.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'right'");
        authentication.prepend("host all " + user + " all scram-sha-256");
        try {
            PGSimpleDataSource stranger = source();
            stranger.setUser(user);
            stranger.setPassword(SECRET);
            SchemaReadiness check = shop.check(stranger, settings(ReadinessPolicy.FAIL));
            SchemaNotReadyException refused = catchThrowableOfType(SchemaNotReadyException.class, check::require);

            assertThat(code(refused.readiness())).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
            assertThat(refused.getMessage())
                    .contains("password authentication failed for user \"" + user + "\"")
                    .doesNotContain(SECRET);
        } finally {
            authentication.restore();
            shop.execute("DROP ROLE " + user);
        }
    }

    @Test
    void isNamedWithoutThePasswordInAnAddress() {
        PGSimpleDataSource source = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("no driver takes jdbc:postgresql://here/db?user=ann&password=" + SECRET);
            }
        };

        assertThat(check(source).obstacle().orElseThrow().message())
                .contains("ann")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "     , 08006, 'java.sql.SQLException without a message, SQLSTATE 08006.'",
        "''   , 08006, 'java.sql.SQLException without a message, SQLSTATE 08006.'",
        "' '  ,      , 'java.sql.SQLException without a message.'",
    })
    void isNamedByItsKindWhereNobodySaysMore(String message, String state, String expected) {
        PGSimpleDataSource source = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException(message, state);
            }
        };

        assertThat(check(source).obstacle().orElseThrow().message()).isEqualTo(expected);
    }

    /** The end of a session has a reason, which the driver tells once. */
    @Test
    void isNamedByTheFirstFailureWhereTheSessionEnds() {
        PGSimpleDataSource source = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                    row.next();
                    shop.execute("SELECT pg_terminate_backend(" + row.getInt(1) + ", 5000)");
                }
                return connection;
            }
        };
        source.setURL(shop.database().jdbcUrl());

        assertThat(check(source).obstacle().orElseThrow().message())
                .contains("terminating connection due to administrator command");
    }

    @Test
    void isAsGoodAsNoneForWhoMayNotReadTheHistories() throws SQLException {
        shop.upgrade();
        String role = shop.database().name() + "_desk";
        shop.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD '" + shop.database().password() + "'");
        try {
            PGSimpleDataSource desk = source();
            desk.setUser(role);
            desk.setPassword(shop.database().password());

            Readiness strict = shop.check(desk, settings(ReadinessPolicy.FAIL)).check();
            assertThat(code(strict)).isEqualTo(ProblemCode.PERMISSION_DENIED);
            assertThat(strict.obstacle().orElseThrow().remedy()).contains("SCHEMA_READINESS=migrate-is-not-mine");
            assertThat(shop.check(desk, settings(ReadinessPolicy.MIGRATE_IS_NOT_MINE))
                            .check()
                            .isReady())
                    .isTrue();
        } finally {
            shop.execute("DROP ROLE " + role);
        }
    }

    private PGSimpleDataSource source() {
        return (PGSimpleDataSource) shop.source();
    }

    private Readiness check(DataSource source) {
        return shop.check(source, settings(ReadinessPolicy.FAIL)).check();
    }

    private static ReadinessSettings settings(ReadinessPolicy policy) {
        return new ReadinessSettings(policy, "./migrations", Map.of());
    }

    private static ProblemCode code(Readiness readiness) {
        return readiness.obstacle().map(Problem::code).orElseThrow();
    }
}
