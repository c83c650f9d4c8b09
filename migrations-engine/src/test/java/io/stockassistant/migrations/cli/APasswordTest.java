package io.stockassistant.migrations.cli;

import static io.stockassistant.migrations.cli.ServerWithPassword.EVERYTHING;
import static io.stockassistant.migrations.cli.ServerWithPassword.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is looked for in everything that commands print and log, when they succeed and when they fail. */
final class APasswordTest {

    @TempDir
    private Path folder;

    private ServerWithPassword server;
    private Path log;

    @BeforeEach
    void prepare() throws IOException, SQLException {
        server = new ServerWithPassword(folder);
        log = folder.resolve("run.log");
    }

    @AfterEach
    void end() throws SQLException {
        server.close();
    }

    /** Loudly, as text with a log file, or as JSON with a log of JSON. */
    private Answer run(String words, boolean json, String password) throws IOException {
        Path passwordFile = Files.writeString(folder.resolve("password.txt"), password + "\n");
        List<String> args = new ArrayList<>(Stream.of(words.split(" ", -1)).toList());
        args.addAll(EVERYTHING);
        args.addAll(json ? List.of("--output", "json", "--log-format", "json") : List.of("--log-file", log.toString()));
        args.addAll(server.modules().modulesOption());
        args.addAll(List.of("--url", server.url(), "--password-file", passwordFile.toString()));
        Answer answer = Answer.of(args);
        ServerWithPassword.assertThatNothingIsTold(answer);
        return answer;
    }

    @Test
    void isInNothingThatAnyCommandSays() throws IOException, SQLException {
        for (String command : List.of(
                "plan",
                "status",
                "upgrade",
                "current",
                "history",
                "heads",
                "validate",
                "repair",
                "show alpha@1",
                "downgrade alpha@1",
                "plan downgrade base",
                "downgrade base")) {
            for (boolean json : List.of(false, true)) {
                assertThat(run(command, json, SECRET).status()).as(command).isIn(0, 3);
            }
        }
        ServerWithPassword.assertThatNothingIsLogged(log);
        server.assertThatNothingIsInTheJournal();
        assertThat(log).content().contains("applied", "DROP TABLE three");
    }

    @Test
    void isInNothingThatAFailureSays() throws IOException, SQLException {
        server.breakAMigration();
        assertThat(run("upgrade", false, SECRET).err()).contains("alpha@3 failed at ", "syntax error", "***");
        assertThat(run("upgrade", true, SECRET).json().at("/failed/statement").asString())
                .contains("PASSWORD '***'");
        for (boolean json : List.of(true, false)) {
            assertThat(run("upgrade", json, SECRET + "!").status()).isEqualTo(4);
            assertThat(run("status", json, "hunter").status()).isEqualTo(4);
        }
        ServerWithPassword.assertThatNothingIsLogged(log);
        server.assertThatNothingIsInTheJournal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "current --url postgres://ann:SECRET@localhost/d",
                "current --url postgres://localhost/d?password=SECRET",
                "current --url=mysql://ann:SECRET@localhost/d",
                "current --ulr=postgres://ann:SECRET@localhost/d",
                "current --ulr postgres://ann:SECRET@localhost/d",
                "upgrade postgres://ann:SECRET@localhost/d",
                "downgrade postgres://ann:SECRET@localhost/d",
                "current postgres://ann:SECRET@localhost/d",
                "show postgres://ann:SECRET@localhost/d",
                "postgres://ann:SECRET@localhost/d",
                "current --password=SECRET",
                "current --password SECRET"
            })
    void isNotRepeatedWhereItDoesNotBelong(String words) {
        for (List<String> how : List.of(List.<String>of(), List.of("--output", "json"), EVERYTHING)) {
            List<String> args = new ArrayList<>(Stream.of(words.replace("SECRET", ServerWithPassword.encoded(SECRET))
                            .split(" ", -1))
                    .toList());
            args.addAll(how);
            args.addAll(server.modules().modulesOption());
            if (!words.contains("--u")) {
                args.addAll(server.modules().connection());
            }
            Answer answer = Answer.of(args);
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err()).contains("error: ");
            ServerWithPassword.assertThatNothingIsTold(answer);
        }
    }
}
