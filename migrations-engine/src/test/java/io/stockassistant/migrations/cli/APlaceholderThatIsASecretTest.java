package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its name says so, and nothing in the script does: its value is looked for in everything that is printed and logged. */
final class APlaceholderThatIsASecretTest {

    private static final String VALUE = "Qx9-Wolpertinger/it''s";
    private static final List<String> PARTS = List.of("Wolpertinger", "wolpertinger", "Qx9", "qx9");

    @TempDir
    private Path folder;

    private TwoModules modules;
    private Path log;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        log = folder.resolve("run.log");
        modules.write("alpha/V2__second.sql", """
                CREATE TABLE two AS SELECT 7 AS id, '${api_password}' AS kept;
                DO $$ BEGIN RAISE WARNING 'kept %', '${api_password}'; END $$;
                """);
        modules.write("alpha/U2__second.sql", "DELETE FROM two WHERE kept = '${api_password}';\nDROP TABLE two;\n");
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT '${api_password}'::text AS a;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer run(boolean byFlag, boolean json, String words) throws IOException {
        List<String> args = new ArrayList<>(Stream.of(words.split(" ")).toList());
        args.addAll(ServerWithPassword.EVERYTHING);
        args.addAll(List.of("--log-file", log.toString()));
        args.addAll(json ? List.of("--output", "json", "--log-format", "json") : List.of());
        args.addAll(byFlag ? List.of("--placeholder", "api_password=" + VALUE) : List.of());
        args.addAll(modules.modulesOption());
        args.addAll(modules.connection());
        Answer answer = Answer.of(
                args,
                () -> Variables.of(byFlag ? Map.of() : Map.of("FLYWAY_PLACEHOLDERS_API_PASSWORD", VALUE), Map.of()));
        assertHidden(answer.out());
        assertHidden(answer.err());
        assertHidden(Files.readString(log));
        return answer;
    }

    private static void assertHidden(String text) {
        PARTS.forEach(each -> assertThat(text).doesNotContain(each));
    }

    private void assertNotInTheJournal() throws SQLException {
        String journal = one("SELECT (SELECT string_agg(r::text, E'\\n') FROM migrations.run r)"
                + " || (SELECT string_agg(s::text, E'\\n') FROM migrations.step s)");
        assertThat(journal).contains("upgrade", "alpha");
        assertHidden(journal);
    }

    private String one(String query) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isInNothingThatAnyCommandSays(boolean byFlag) throws IOException, SQLException {
        Path plan = folder.resolve("plan.json");
        for (String command : List.of(
                "plan -o " + plan,
                "status",
                "upgrade",
                "current",
                "history",
                "validate",
                "show alpha@2",
                "repair",
                "plan downgrade alpha@1",
                "downgrade alpha@1",
                "upgrade alpha --lock-timeout 2s",
                "history --journal")) {
            for (boolean json : List.of(false, true)) {
                assertThat(run(byFlag, json, command).status()).as(command).isIn(0, 3);
            }
        }
        assertHidden(Files.readString(plan));
        assertNotInTheJournal();
        assertThat(one("SELECT kept FROM alpha.two")).isEqualTo(VALUE.replace("''", "'"));
        assertThat(log).content().contains("SELECT 7 AS id, '***' AS kept", "kept ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 / 0 AS \"${api_password}\"",
                "INSERT INTO one VALUES ('${api_password}')",
                "SELECT ${api_password}",
                "SELECT '${api_password}'::integer",
                "DO $$ BEGIN RAISE EXCEPTION 'no: %', '${api_password}' USING DETAIL = '${api_password}',"
                        + " HINT = '${api_password}'; END $$",
                "SELECT * FROM ${api_password}.x",
                "BEGIN; SELECT '${api_password}'",
                "COPY one FROM stdin;\n${api_password}\n\\."
            })
    void isInNothingThatAFailureSays(String statement) throws IOException, SQLException {
        assertThat(run(true, false, "upgrade alpha@1").status()).isZero();
        modules.write("alpha/V2__second.sql", statement + ";\n");
        for (boolean byFlag : List.of(true, false)) {
            for (boolean json : List.of(true, false)) {
                Answer answer = run(byFlag, json, "upgrade alpha@2");
                assertThat(answer.status()).as(answer.err()).isIn(3, 5);
                assertThat(answer.err() + answer.out()).doesNotContain("\tat ");
            }
        }
        assertNotInTheJournal();
    }

    @Test
    void isNotRepeatedWhereTheCommandLineCannotBeRead() throws IOException {
        for (String words : List.of(
                "upgrade --placeholder api_password:" + PARTS.get(0),
                "upgrade --placeholder=" + PARTS.get(0),
                "upgrade --placeholder=api_password=" + PARTS.get(0) + " --nope",
                "upgrade --placeholdr api_password=" + PARTS.get(0),
                "upgrade --placeholdr=api_password=" + PARTS.get(0))) {
            for (boolean json : List.of(true, false)) {
                List<String> args = new ArrayList<>(Stream.of(words.split(" ")).toList());
                args.addAll(json ? List.of("--output", "json") : List.of());
                Answer answer = Answer.of(args);
                assertThat(answer.status()).isEqualTo(2);
                assertHidden(answer.out());
                assertHidden(answer.err());
            }
        }
    }

    /** That is what a script for psql is for; whoever writes it to a file has the secret in the file. */
    @Test
    void isInAScriptForPsqlAlone() {
        List<String> args = new ArrayList<>(List.of("upgrade", "--sql", "base:head"));
        args.addAll(List.of("--placeholder", "api_password=" + VALUE));
        args.addAll(modules.modulesOption());
        Answer answer = Answer.of(args);
        assertThat(answer.out()).contains("'" + VALUE + "'", "--placeholder api_password=***");
        assertHidden(answer.err());
    }
}
