package io.stockassistant.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.DatabaseSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class AServerThatIsNoneTest {

    @Test
    void becauseNobodyKnowsTheName() {
        Problem problem = refusal(DatabaseSettings.of("no-such-host.invalid", 5432, "stocks", "ann", "PGHOST"));
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
        assertThat(problem.message()).isEqualTo("No host is known here by the name no-such-host.invalid.");
        assertThat(problem.remedy()).contains("PGHOST", "pg_isready -h no-such-host.invalid -p 5432");
    }

    /** Port 1, because one that the system gave and took back may be given to somebody else, or to the caller itself. */
    @Test
    void becauseNobodyListens() {
        DatabaseSettings settings = DatabaseSettings.of("127.0.0.1", 1, "stocks", "ann", "PGHOST");
        Problem problem = refusal(settings);
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
        assertThat(problem.message()).isEqualTo("Nothing accepts connections at " + settings.address() + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer", "require"})
    void becauseItNeverAnswersEndsByItself(String sslMode) throws IOException {
        try (FakeServer server = FakeServer.silent()) {
            DatabaseSettings given = server.settings();
            Problem problem = refusal(new DatabaseSettings(
                    given.host(), given.port(), "stocks", "ann", null, Map.of("sslmode", sslMode), "PGHOST"));
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
            assertThat(problem.message()).isEqualTo(given.address() + " did not answer within 1 seconds.");
        }
    }

    @Test
    void becauseItSpeaksAnotherLanguage() throws IOException {
        try (FakeServer server = FakeServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            Problem problem = refusal(server.settings());
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
            assertThat(problem.message()).contains("does not speak as a PostgreSQL server does");
        }
    }

    @Test
    void isNotAskedWhenTheParametersMakeNoSense() {
        Problem problem = refusal(new DatabaseSettings(
                "127.0.0.1", 1, "stocks", "ann", null, Map.of("connectTimeout", "soon"), "DATABASE_URL"));
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_CONFIGURATION);
        assertThat(problem.message()).contains("connectTimeout", "soon");
        assertThat(problem.remedy()).contains("DATABASE_URL");
    }

    @Test
    void becauseItHangsUp() throws IOException {
        try (FakeServer server = FakeServer.hangingUp()) {
            Problem problem = refusal(server.settings());
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
            assertThat(problem.message()).contains("does not speak as a PostgreSQL server does");
        }
    }

    @Test
    void yetSaysSo() throws IOException {
        try (FakeServer server = FakeServer.refusing("57P03", "the database system is starting up")) {
            Problem problem = refusal(server.settings());
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_UNREACHABLE);
            assertThat(problem.message()).contains("accepts no connection: the database system is starting up.");
            assertThat(problem.remedy()).contains("Wait");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.22", "12.0", "12beta1"})
    void thatIsNewEnoughIsRefused(String version) throws IOException {
        try (FakeServer server = FakeServer.ofVersion(version)) {
            Problem problem = refusal(server.settings());
            assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_TOO_OLD);
            assertThat(problem.message()).contains("PostgreSQL " + version).contains("13");
        }
    }

    @Test
    void thatIsOldEnoughToBeTestedIsWarnedAbout() throws IOException, SQLException {
        try (FakeServer server = FakeServer.ofVersion("19beta1");
                Connection connection = Database.of(server.settings()).open("")) {
            assertThat(ServerVersion.of(connection).findWarning())
                    .hasValue("The server is PostgreSQL 19beta1; this program was tested up to 18.");
        }
        try (FakeServer server = FakeServer.ofVersion("13.0")) {
            assertThatCode(() -> Database.of(server.settings()).open("").close())
                    .doesNotThrowAnyException();
        }
    }

    private static Problem refusal(DatabaseSettings settings) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> Database.of(settings, Duration.ofSeconds(1)).open("test").close());
        assertThat(refusal).isNotNull();
        return refusal.problems().get(0);
    }
}
