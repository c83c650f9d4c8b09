package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Where the values come from, and what is said when there is none. */
final class ValuesOfPlaceholdersTest {

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer run(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(modules.modulesOption());
        args.addAll(modules.connection());
        return Answer.of(args);
    }

    private String one(String query) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void comeFromTheFlagThenTheEnvironmentThenTheFileThenTheModule()
            throws IOException, InterruptedException, SQLException {
        modules.write("alpha/module.properties", """
                placeholders.by_flag=module
                placeholders.by_env=module
                placeholders.By_File=module
                placeholders.by_module=module
                """);
        Files.writeString(folder.resolve(".env"), """
                FLYWAY_PLACEHOLDERS_BY_FLAG=file
                FLYWAY_PLACEHOLDERS_by_env=file
                FLYWAY_PLACEHOLDERS_BY_FILE=file
                """);
        modules.write(
                "alpha/V1__first.sql",
                "CREATE TABLE one AS SELECT '${by_flag} ${BY_ENV} ${by_file} ${by_module}' AS said, 1 AS id;\n");
        modules.write("beta/V1__only.sql", "SELECT 1;\n");
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stockassistant.migrations.cli.Main",
                "upgrade",
                "--placeholder",
                "By_Flag=flag"));
        command.addAll(modules.modulesOption());
        command.addAll(modules.connection());
        Answer answer = TheProgram.startCommand(
                        folder,
                        Map.of("FLYWAY_PLACEHOLDERS_BY_FLAG", "env", "FLYWAY_PLACEHOLDERS_BY_ENV", "env"),
                        command)
                .answer();
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(one("SELECT said FROM alpha.one")).isEqualTo("flag env file module");
    }

    @Test
    void areTakenAsTheyAreTyped() throws IOException, SQLException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two AS SELECT $x$ ${a} ${b}$x$ || '${c}' AS said;\n");
        assertThat(run("upgrade", "--placeholder", "a=x=\"y;\\", "--placeholder=b='z'", "--placeholder", "c=")
                        .status())
                .isZero();
        assertThat(one("SELECT said FROM alpha.two")).isEqualTo(" x=\"y;\\ 'z'");
    }

    /** In a process of its own, for the parser of the command line speaks past us. */
    @Test
    void mayHoldQuotesThatDoNotMatch() throws IOException, InterruptedException, SQLException {
        modules.write(
                "alpha/V2__second.sql", "CREATE TABLE two AS SELECT $x$ ${a}|${b}|${c}|${d}|${e}|${f}$x$ AS said;\n");
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stockassistant.migrations.cli.Main",
                "upgrade",
                "alpha",
                "--placeholder",
                "a=\"x",
                "--placeholder=b=y\"",
                "--placeholder",
                "c=\"z\"",
                "--placeholder",
                "d='",
                "--placeholder",
                "e=a\"b,c=d",
                "--placeholder",
                "f=\"two words"));
        command.addAll(modules.modulesOption());
        command.addAll(modules.connection());
        Answer answer = TheProgram.startCommand(folder, Map.of(), command).answer();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(one("SELECT said FROM alpha.two")).isEqualTo(" \"x|y\"|\"z\"|'|a\"b,c=d|\"two words");
    }

    @Test
    void areMissedBeforeAnythingRuns() throws IOException, SQLException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer DEFAULT ${start});\n");
        Answer answer = run("upgrade");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains(
                        "error: missing-placeholder: " + modules.modules().resolve("alpha/V2__second.sql")
                                + " has the placeholder ${start}, which has no value.",
                        "help: Give it one: --placeholder NAME=VALUE");
        assertThat(one("SELECT count(*) FROM pg_namespace WHERE nspname IN ('alpha', 'migrations')"))
                .isEqualTo("0");
        assertThat(run("plan", "--output", "json").json().at("/error/code").asString())
                .isEqualTo("missing-placeholder");
        assertThat(run("validate").status()).isEqualTo(3);
        assertThat(run("validate", "--placeholder", "start=1").status()).isZero();
        assertThat(run("upgrade", "--placeholder", "start=1").status()).isZero();
    }

    @Test
    void areMissedInRepeatableMigrationsToo() throws IOException {
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT ${start} AS a;\n");
        assertThat(run("upgrade").err()).contains("R__view.sql has the placeholder ${start}");
        assertThat(run("upgrade", "--placeholder", "start=1").status()).isZero();
        assertThat(run("status").status())
                .as("without the value it is another text")
                .isEqualTo(3);
        assertThat(run("status", "--placeholder", "start=1").status()).isZero();
        assertThat(run("upgrade", "--placeholder", "start=2").out()).contains("alpha   +1          -");
    }

    @Test
    void ofTheProgramAreNobodyElsesToGive() throws IOException {
        Answer answer = run("upgrade", "--placeholder", "Flyway:user=me");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("invalid-option", "${Flyway:user}", "reserved");
        modules.write("alpha/module.properties", "placeholders.flyway\\:user=me\n");
        assertThat(run("upgrade").err()).contains("invalid-module", "flyway:user has its value from the program");
    }

    @Test
    void needNoDatabaseForFilesThatAreOnlyLookedAt() throws IOException {
        modules.write("alpha/R__view.sql", "SELECT '${flyway:user} ${flyway:database} ${start}';\n");
        List<String> args = Stream.concat(
                        Stream.of("validate", "--offline", "--placeholder", "start=1"),
                        modules.modulesOption().stream())
                .toList();
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stockassistant.migrations.cli.Main"));
        command.addAll(args);
        Answer answer = answer(TheProgram.startCommand(folder, Map.of("MIGRATIONS_ENVIRONMENT", "prod"), command));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(folder.resolve(".data")).doesNotExist();
    }

    private static Answer answer(TheProgram program) {
        try {
            return program.answer();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
