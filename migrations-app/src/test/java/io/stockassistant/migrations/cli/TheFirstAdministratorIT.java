package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar migrations-app.jar init}, which has what it needs of Spring, and loads it then alone. */
final class TheFirstAdministratorIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Map<String, String> ANN = Map.of("INIT_ADMIN_NAME", "ann", "INIT_ADMIN_EMAIL", "ann@b.org");
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    private TwoModules modules;
    private Path classes;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder); // for its database
        classes = folder.resolve("classes.log");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private List<String> command(String words) {
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + classes,
                "-jar",
                TheProgram.jar().toString()));
        command.addAll(Stream.of(words.split(" ", -1)).toList());
        command.addAll(modules.connection());
        return command;
    }

    private Answer run(String words, Map<String, String> environment) throws InterruptedException {
        Answer answer =
                TheProgram.startCommand(folder, environment, command(words)).answer();
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out() + answer.err()).doesNotContain(PASSWORD);
        return answer;
    }

    /** Of packages of a library. */
    private List<String> loaded(String... packages) throws IOException {
        return Files.readAllLines(classes).stream()
                .filter(line -> Stream.of(packages).anyMatch(each -> line.contains(" " + each + ".")))
                .toList();
    }

    private List<String> loadedLibraries() throws IOException {
        return loaded("org.springframework", "org.apache.commons.logging", "org.mapstruct", "ch.qos.logback");
    }

    /** What another bcrypt than ours makes of it. */
    private boolean opens(String name, String password) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pgcrypto");
            try (ResultSet row = statement.executeQuery("SELECT hashed_password = crypt('" + password
                    + "', hashed_password) AND must_change_password FROM identity_access.users WHERE username = '"
                    + name + "'")) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Test
    void makesTheAdministratorAndNoOtherCommandLoadsSpring() throws Exception {
        run("upgrade", Map.of());
        assertThat(loadedLibraries()).isEmpty();
        Path file = Files.writeString(folder.resolve("first-password"), PASSWORD + "\n");
        Map<String, String> settings = new HashMap<>(ANN);
        settings.put("INIT_ADMIN_PASSWORD_FILE", file.toString());
        settings.put("MIGRATIONS_ENVIRONMENT", "dev");
        assertThat(run("init --log-level trace", settings).out())
                .contains("Created the first administrator, ann (ann@b.org), who must");
        assertThat(opens("ann", PASSWORD)).isTrue();
        assertThat(opens("ann", PASSWORD + "!")).isFalse();
        assertThat(loaded("org.springframework.jdbc")).isNotEmpty();
        assertThat(loaded("org.springframework.context")).isEmpty();
        for (String words : List.of("status", "heads", "current", "init")) {
            run(words, Map.of("MIGRATIONS_ENVIRONMENT", "dev"));
            assertThat(loadedLibraries()).as(words).isEmpty();
        }
    }

    @Test
    void isRefusedInAProcessWithoutATerminal() throws InterruptedException, SQLException {
        Answer answer = TheProgram.startCommand(folder, ANN, command("init")).answer();
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("no password is set, and there is no terminal", "Set INIT_ADMIN_PASSWORD_FILE=FILE");
        try (Connection connection = modules.database().connect();
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT to_regnamespace('identity_access')")) {
            row.next();
            assertThat(row.getString(1)).isNull();
        }
    }

    @Test
    void showsADrawnPasswordOnATerminal() throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "needs script(1) to make a terminal");
        assumeFalse(Terminal.isContainer(Path.of("/")), "a container's terminal is not shown a secret");
        String line = String.join(" ", command("init"));
        Answer answer = TheProgram.startCommand(folder, ANN, List.of(SCRIPT.toString(), "-qec", line, "/dev/null"))
                .answer();
        assertThat(answer.status()).as(answer.out()).isZero();
        Matcher shown = Pattern.compile("\\R {4}([a-z2-9-]{29})\\R").matcher(answer.out());
        assertThat(shown.find()).as(answer.out()).isTrue();
        assertThat(opens("ann", shown.group(1))).isTrue();
    }
}
