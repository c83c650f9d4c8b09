package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code init} makes of a server that may or may not have the database. */
final class InitialisingADatabaseTest {

    private static final String PLAIN = "init_test_database";
    private static final String ROLE = "init test \"role\"";

    private static final Shape SHAPE = Shape.of("""
            {"schemaVersion":"number","outcome":"string","created":"boolean","server":"string","embedded":"boolean",
             "database":{"name":"string","owner":"string","encoding":"string","locale":"string"},
             "modules":[{"module":"string","schema":"string","current":"string|null","head":"string|null",
                         "pending":"number","tables":"number"}],
             "steps":[{"*":"string|number"}],"failed?":{"*":"string|number|null"},
             "notReached":[{"*":"string"}],"remedy":"string|null","tasks":[]}""");

    @TempDir
    private Path folder;

    private TwoModules modules;
    private final List<String> created = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() throws SQLException {
        for (String name : created) {
            execute("DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
        }
        execute("DROP ROLE IF EXISTS " + quote(ROLE));
        modules.close();
    }

    @Test
    void createsItAndSaysWhatExists() throws SQLException {
        Answer answer = init(PLAIN, "--locale", "C");
        assertThat(answer.err()).contains("Created the database \"" + PLAIN + "\".");
        assertThat(answer.status()).isZero();
        assertThat(answer.out().lines().toList())
                .contains(
                        "database  " + PLAIN + " (created)",
                        "owner     " + modules.database().user(),
                        "encoding  UTF8",
                        "locale    C",
                        "module  schema  current  tables",
                        "alpha   alpha   2        2",
                        "beta    beta    1        1")
                .anyMatch(each -> each.startsWith("Applied 3 migrations in "))
                .anyMatch(each -> each.startsWith("server    PostgreSQL "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix", "nix@head", "alpha@9", "alpha@2 alpha@1"})
    void createsNothingForTargetsThatMeanNothing(String targets) throws SQLException {
        Answer answer = init(PLAIN, targets.split(" "));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: ").doesNotContain("Created");
        assertThat(rows("SELECT datname FROM pg_database")).doesNotContain(PLAIN);
    }

    @Test
    void changesNothingTheSecondTime() throws SQLException {
        assertThat(init(PLAIN).status()).isZero();
        Answer answer = init(PLAIN);
        assertThat(answer.status()).isZero();
        assertThat(answer.err()).doesNotContain("Created");
        assertThat(answer.out())
                .startsWith("Nothing to do: the database is at its target.")
                .contains("database  " + PLAIN + " (existed)");
    }

    @Test
    void upgradesOneThatExistsEmpty() {
        Answer answer = modules.run("init --output json");
        assertThat(answer.json().path("created").asBoolean()).isFalse();
        assertThat(answer.json().path("outcome").asString()).isEqualTo("applied");
    }

    @Test
    void goesToATargetIfOneIsGiven() {
        assertThat(modules.run("init alpha@1 --output json")
                        .json()
                        .path("steps")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void answersProgramsInOneObject() throws SQLException {
        Answer answer = init(PLAIN, "--output", "json");
        assertThat(SHAPE.differences(answer.json())).isEmpty();
        assertThat(answer.json().path("created").asBoolean()).isTrue();
        assertThat(answer.json().path("modules").path(0).path("tables").asInt()).isEqualTo(2);
        assertThat(SHAPE.differences(init(PLAIN, "--output", "json").json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "UPPER",
                "it's",
                "do\"uble",
                "per%cent/slash?&=#",
                "$$; DROP DATABASE postgres; --",
                "back\\slash",
                "größe-数据",
                "select",
                "n23456789012345678901234567890123456789012345678901234567890123"
            })
    void takesAnyNameThatPostgresTakes(String name) throws SQLException {
        Answer answer = init(name, "--output", "json");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.json().path("database").path("name").asString()).isEqualTo(name);
        assertThat(rows("SELECT datname FROM pg_database")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"n234567890123456789012345678901234567890123456789012345678901234", "数据数据数据数据数据数据数据数据数据数据数据数"})
    void refusesANameThatPostgresWouldCut(String name) throws SQLException {
        List<String> before = rows("SELECT datname FROM pg_database");
        Answer answer = init(name);
        assertThat(answer.err()).startsWith("error: invalid-configuration: The name of the database is too long");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(rows("SELECT datname FROM pg_database")).isEqualTo(before);
    }

    @Test
    void isSafeToRunSeveralTimesAtOnce() throws Exception {
        int runs = 5;
        CyclicBarrier start = new CyclicBarrier(runs);
        List<String> args = words(modules.database().user(), PLAIN, "--output", "json");
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return Answer.of(args);
                }));
            }
            int creators = 0;
            for (Future<Answer> each : answers) {
                assertThat(each.get().status()).as(each.get().err()).isZero();
                creators += each.get().json().path("created").asBoolean() ? 1 : 0;
            }
            assertThat(creators).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellsAUserWithoutRightsWhatAnAdministratorHasToType() throws SQLException {
        execute("CREATE ROLE " + quote(ROLE) + " LOGIN PASSWORD '"
                + modules.database().password() + "'");
        Answer refused = initAs(ROLE, "sh'op");
        assertThat(refused.err())
                .startsWith("error: permission-denied: The database \"sh'op\" does not exist at ")
                .contains("and user " + ROLE + " may not create it");
        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();

        assertThat(Psql.type(modules.database(), "postgres", sqlIn(refused)).status())
                .isZero();
        Answer answer = initAs(ROLE, "sh'op");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("owner     " + ROLE, "encoding  UTF8");
    }

    @Test
    void tellsTheAdministratorToLetTheUserInWhereSomebodyElseOwns() throws SQLException {
        execute("CREATE ROLE " + quote(ROLE) + " LOGIN PASSWORD '"
                + modules.database().password() + "'");
        Answer refused = initAs(ROLE, PLAIN, "--owner", modules.database().user(), "--locale", "C");
        assertThat(refused.status()).isEqualTo(4);
        assertThat(sqlIn(refused)).contains("GRANT CONNECT, CREATE, TEMPORARY ON DATABASE");
        Psql.Result typed = Psql.type(modules.database(), "postgres", sqlIn(refused));
        assertThat(typed.status()).as(typed.output()).isZero();
        assertThat(initAs(ROLE, PLAIN).status()).isZero();
    }

    /** All that stands behind the sentence, as somebody would copy it. */
    private static String sqlIn(Answer answer) {
        return answer.err().substring(answer.err().indexOf("again:\n") + "again:\n".length());
    }

    @Test
    void triesTheOtherDatabaseThatEveryServerHas() throws SQLException {
        execute("CREATE ROLE " + quote(ROLE) + " LOGIN CREATEDB PASSWORD '"
                + modules.database().password() + "'");
        execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
        try {
            assertThat(initAs(ROLE, PLAIN).status()).isZero();
            execute("DROP DATABASE " + PLAIN + " WITH (FORCE)");
            execute("REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");
            Answer refused = initAs(ROLE, PLAIN);
            assertThat(refused.err()).contains("may not connect to postgres or template1 to create it");
            assertThat(refused.status()).isEqualTo(4);
        } finally {
            execute("GRANT CONNECT ON DATABASE postgres TO PUBLIC");
            execute("GRANT CONNECT ON DATABASE template1 TO PUBLIC");
        }
    }

    @Test
    void givesItToTheOwnerThatIsNamed() throws SQLException {
        execute("CREATE ROLE " + quote(ROLE));
        assertThat(init(PLAIN, "--owner", ROLE).out()).contains("owner     " + ROLE);
        Answer second = init(PLAIN, "--owner", modules.database().user(), "--locale", "xx");
        assertThat(second.status()).isZero();
        assertThat(second.err())
                .contains("warning: The database exists and belongs to " + ROLE)
                .contains("warning: The database exists with the locale ");
    }

    @Test
    void refusesAnOwnerAndALocaleThatThereAreNot() throws SQLException {
        assertRefused(init(PLAIN, "--owner", "nobody'; --"), 2, "invalid-option", "nobody'; --");
        assertRefused(init(PLAIN, "--locale", "xx'_\\YY"), 2, "invalid-option", "--locale C.UTF-8");
        assertRefused(init(PLAIN, "--owner", " "), 2, "invalid-option", "--owner is empty.");
        assertRefused(init(PLAIN, "--owner", "x".repeat(64)), 2, "invalid-configuration", "--owner is too long");
        assertThat(rows("SELECT datname FROM pg_database")).doesNotContain(PLAIN);
    }

    @Test
    void refusesADatabaseOfAnotherEncoding() throws SQLException {
        created.add(PLAIN);
        execute("CREATE DATABASE " + PLAIN + " TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
                + (major() < 15 ? "" : " LOCALE_PROVIDER libc"));
        assertRefused(init(PLAIN), 4, "wrong-encoding", "keeps text as LATIN1");
        List<String> args = new ArrayList<>(List.of("status", "--output", "json"));
        args.addAll(modules.modulesOption());
        args.addAll(connection(PLAIN));
        assertThat(Answer.of(args)
                        .json()
                        .path("modules")
                        .path(0)
                        .path("current")
                        .isNull())
                .isTrue();
    }

    @Test
    void createsNothingWhileFilesAreWrong() throws Exception {
        modules.write("alpha/oops.sql", "SELECT 1;");
        assertRefused(init(PLAIN), 3, "invalid-file-name", "oops.sql");
        assertThat(rows("SELECT datname FROM pg_database")).doesNotContain(PLAIN);
    }

    @Test
    void createsNothingInProductionUnlessTheTargetIsNamed() throws SQLException {
        assertRefused(production(), 6, "refused-in-production", "MODULE@VERSION");
        assertThat(rows("SELECT datname FROM pg_database")).doesNotContain(PLAIN);
        Answer named = production("alpha@2", "beta@1");
        assertThat(named.status()).as(named.err()).isZero();
        assertThat(named.out()).contains("database  " + PLAIN + " (created)");
    }

    private Answer production(String... targets) {
        return Answer.of(
                words(modules.database().user(), PLAIN, targets),
                () -> Variables.of(Map.of("MIGRATIONS_ENVIRONMENT", "prod"), Map.of()));
    }

    @Test
    void saysWhatExistsAlsoAfterAMigrationThatFailed() throws Exception {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id nonsense);\n");
        Answer answer = init(PLAIN, "--output", "json");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(SHAPE.differences(answer.json())).isEmpty();
        assertThat(answer.json().path("outcome").asString()).isEqualTo("stopped");
        assertThat(answer.json().path("modules").path(0).path("current").asString())
                .isEqualTo("1");
    }

    private static void assertRefused(Answer answer, int status, String code, String words) {
        assertThat(answer.err())
                .startsWith("error: " + code + ": ")
                .contains(words)
                .doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.out()).isEmpty();
    }

    private Answer init(String database, String... options) {
        return initAs(modules.database().user(), database, options);
    }

    private Answer initAs(String user, String database, String... options) {
        return Answer.of(words(user, database, options));
    }

    private List<String> words(String user, String database, String... options) {
        created.add(database);
        List<String> args = new ArrayList<>(List.of("init"));
        args.addAll(List.of(options));
        args.addAll(modules.modulesOption());
        List<String> connection = new ArrayList<>(connection(database));
        connection.set(connection.indexOf("--user") + 1, user);
        args.addAll(connection);
        return args;
    }

    private List<String> connection(String database) {
        return modules.connection(
                URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private int major() throws SQLException {
        return Integer.parseInt(rows("SHOW server_version_num").get(0)) / 10_000;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
