package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code init} with the modules of this program, in front of a terminal that keeps what it shows. */
final class TheFirstAdministratorTest {

    private static final String DATABASE = "first_administrator";
    private static final Map<String, String> PRODUCTION = Map.of("MIGRATIONS_ENVIRONMENT", "prod");
    private static final Map<String, String> ANN =
            Map.of("INIT_ADMIN_NAME", "ann", "INIT_ADMIN_EMAIL", "ann@example.org");
    private static final Pattern SHOWN = Pattern.compile(
            "The first password of the administrator (\\w+), shown here and nowhere else:\n\n    (\\S+)\n");

    @TempDir
    private Path folder;

    private TwoModules modules;
    private final List<String> screen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepare() throws IOException, SQLException {
        modules = new TwoModules(folder); // for its server, and as other modules
        end();
    }

    @AfterEach
    void end() throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
        }
    }

    @AfterEach
    void close() {
        modules.close();
    }

    private Answer init(String words, Map<String, String> settings) {
        return Answer.of(args(words), () -> Variables.of(settings, Map.of()), screen::add);
    }

    private Answer initWithoutTerminal(String words, Map<String, String> settings) {
        return Answer.of(args(words), () -> Variables.of(settings, Map.of()));
    }

    private List<String> args(String words) {
        List<String> args = new ArrayList<>(Stream.of(("init " + words).split(" ", -1))
                .filter(each -> !each.isEmpty())
                .toList());
        args.addAll(modules.connection(DATABASE));
        return args;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                modules.database().jdbcUrl().replace("/" + modules.database().name(), "/" + DATABASE));
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private List<String> users() throws SQLException {
        return rows("SELECT username || ' ' || email || ' ' || r.name || ' ' || must_change_password"
                + " FROM identity_access.users u JOIN identity_access.roles r ON r.id = u.role_id ORDER BY u.id");
    }

    private boolean isCreated() throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            return row.next();
        }
    }

    @Test
    void isMadeWithAPasswordThatOnlyTheTerminalShows() throws Exception {
        Path log = folder.resolve("run.log");
        Answer answer = init("--verbose --echo --log-level trace --log-file " + log, ANN);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(users()).containsExactly("ann ann@example.org admin true");
        assertThat(answer.out())
                .endsWith(
                        "\nCreated the first administrator, ann (ann@example.org), who must choose another password at"
                                + " the first sign-in.\n");
        assertThat(screen).hasSize(1);
        Matcher shown = SHOWN.matcher(screen.get(0));
        assertThat(shown.matches()).isTrue();
        String password = shown.group(2);
        assertThat(List.of(answer.out(), answer.err(), Files.readString(log)))
                .allSatisfy(each -> assertThat(each).doesNotContain(password, "$2a$"));
        assertThat(rows("SELECT r::text FROM migrations.run r UNION ALL SELECT s::text FROM migrations.step s"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each).doesNotContain(password));
    }

    /** Whose database that is, nobody has said. */
    @Test
    void isNobodyByDefaultInADatabaseThatIsConfigured() throws SQLException {
        Answer answer = init("", Map.of());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("error: invalid-configuration: The first administrator cannot be made: INIT_ADMIN_NAME and"
                        + " INIT_ADMIN_EMAIL are not set.\n");
        assertThat(isCreated()).isFalse();
        assertThat(screen).isEmpty();
    }

    @Test
    void isRefusedWhereAnotherUserHasTheName() throws SQLException {
        assertThat(initWithoutTerminal("identity-access@20260213000000", Map.of())
                        .status())
                .isZero();
        execute("INSERT INTO identity_access.roles (name) VALUES ('guest');"
                + " INSERT INTO identity_access.users (username, email, hashed_password, role_id)"
                + " SELECT 'ann', 'a@b.org', 'x', id FROM identity_access.roles WHERE name = 'guest'");
        Answer answer = init("", ANN);
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("error: invalid-configuration: There is a user ann (a@b.org) already, of the role guest:"
                        + " nothing was changed, and there is no administrator.\n  help: To have one, set ");
        assertThat(screen).isEmpty();
        assertThat(users()).containsExactly("ann a@b.org guest false");
    }

    @Test
    void isFoundTheSecondTimeWithoutAnySettings() throws SQLException {
        init("", ANN);
        assertThat(initWithoutTerminal("--output json", Map.of())
                        .json()
                        .at("/tasks/0/outcome")
                        .asString())
                .isEqualTo("nothing-to-do");
        assertThat(initWithoutTerminal("", Map.of()).out())
                .startsWith("Nothing to do: ")
                .endsWith("\nThere is an administrator already, ann (ann@example.org): nothing was changed.\n");
        assertThat(initWithoutTerminal("identity-access@20260214000000", PRODUCTION)
                        .status())
                .isZero();
        assertThat(screen).hasSize(1);
        assertThat(users()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INIT_ADMIN_NAME=                           | INIT_ADMIN_NAME is not set.
            INIT_ADMIN_NAME=two words                  | the name 'two words' cannot be used
            INIT_ADMIN_EMAIL=nowhere                   | 'nowhere' is no e-mail address
            IDENTITY_BCRYPT_COST=40                    | IDENTITY_BCRYPT_COST is "40", which is no cost of bcrypt
            container=podman                           | no password is set, and there is no terminal
            INIT_ADMIN_PASSWORD=too short              | the password cannot be used: it has less than 12 characters
            INIT_ADMIN_PASSWORD_FILE=/no/such/file     | INIT_ADMIN_PASSWORD_FILE /no/such/file cannot be read: it does not
            KUBERNETES_SERVICE_HOST=10.0.0.1           | no password is set, and there is no terminal
            """)
    void isRefusedBeforeThereIsADatabase(String setting, String because) throws SQLException {
        String[] parts = setting.split("=", 2);
        for (Answer answer : List.of(
                init("", with(ANN, Map.of(parts[0], parts[1]))),
                init("llm-platform identity-access", with(ANN, Map.of(parts[0], parts[1]))))) {
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err())
                    .startsWith("error: invalid-configuration: ")
                    .contains(because, "  help: ");
            assertThat(answer.err()).doesNotContain("too short");
        }
        assertThat(isCreated()).isFalse();
        assertThat(screen).isEmpty();
    }

    @Test
    void isRefusedWhereADrawnPasswordWouldBeLost() throws SQLException {
        for (Answer answer : List.of(initWithoutTerminal("", ANN), init("--output json", ANN))) {
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err())
                    .contains("there is no terminal to show a drawn one on", "INIT_ADMIN_PASSWORD_FILE=");
        }
        assertThat(isCreated()).isFalse();
        Map<String, String> password = Map.of("INIT_ADMIN_PASSWORD", "correct horse battery");
        Answer answer = initWithoutTerminal("--output json", with(ANN, password));
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.json().at("/tasks/0").toString())
                .isEqualTo(
                        "{\"module\":\"identity-access\",\"task\":\"first-administrator\",\"outcome\":\"done\",\"values\":"
                                + "{\"username\":\"ann\",\"email\":\"ann@example.org\",\"role\":\"admin\",\"active\":true,"
                                + "\"mustChangePassword\":true}}");
        assertThat(answer.out() + answer.err()).doesNotContain("horse");
    }

    @Test
    void isHiddenWhereverThePasswordTurnsUp() {
        Map<String, String> password = Map.of("INIT_ADMIN_PASSWORD", "correct.horse.battery");
        Answer answer = init("--echo --log-level trace --owner correct.horse.battery", with(ANN, password));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("***").doesNotContain("horse");
    }

    @Test
    void isOneForTwoAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (String name : List.of("ann", "bob")) {
                Map<String, String> who = Map.of("INIT_ADMIN_NAME", name, "INIT_ADMIN_EMAIL", name + "@example.org");
                answers.add(threads.submit(() -> {
                    start.await();
                    return init("", who);
                }));
            }
            for (Future<Answer> each : answers) {
                assertThat(each.get().status()).as(each.get().err()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(users()).hasSize(1);
        Matcher shown = SHOWN.matcher(String.join("", screen));
        assertThat(shown.matches()).as("%s", screen).isTrue();
        assertThat(users().get(0)).startsWith(shown.group(1) + " ");
    }

    @Test
    void isMadeInProductionByWhatIsNamedThere() throws Exception {
        assertThat(init("", with(PRODUCTION, ANN)).err()).startsWith("error: refused-in-production: ");
        Answer other = initWithoutTerminal("llm-platform@20260211000000", PRODUCTION);
        assertThat(other.status()).as(other.err()).isZero();
        assertThat(other.out())
                .endsWith(
                        "Left out the first administrator of identity-access: the module is not at its head. It is done"
                                + " by an init that brings it there.\n");
        Answer answer = init("identity-access@20260214000000", with(PRODUCTION, ANN));
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(users()).containsExactly("ann ann@example.org admin true");
    }

    @Test
    void isMadeAfterAnApprovedPlan() throws Exception {
        Path plan = folder.resolve("plan.json");
        List<String> args = new ArrayList<>(List.of("plan", "-o", plan.toString()));
        assertThat(init("llm-platform", Map.of()).status()).isZero();
        args.addAll(modules.connection(DATABASE));
        assertThat(Answer.of(args).status()).isZero();
        Answer refused = initWithoutTerminal("--plan " + plan, PRODUCTION);
        assertThat(refused.status()).as(refused.err()).isEqualTo(2);
        assertThat(init("--plan " + plan, with(PRODUCTION, ANN)).status()).isZero();
        assertThat(users()).hasSize(1);
    }

    @Test
    void isNoAffairOfModulesInAFolder() {
        List<String> args = new ArrayList<>(args("--output json"));
        args.addAll(modules.modulesOption());
        Answer answer = Answer.of(args, () -> Variables.of(Map.of(), Map.of()), screen::add);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.json().path("tasks")).isEmpty();
    }
}
