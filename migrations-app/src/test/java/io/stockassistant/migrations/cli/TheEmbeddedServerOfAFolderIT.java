package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing is configured: the program brings its own server, below the working folder. */
final class TheEmbeddedServerOfAFolderIT {

    private static final String SAID =
            "Embedded PostgreSQL " + Integer.getInteger("tests.postgres.major", 18) + " in .data: postgresql://";

    private Path folder;

    /** Open for the user that the server runs as where we are root; a folder of JUnit's is closed to others. */
    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createTempDirectory("working-folder-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void end() throws Exception {
        TheProgram.run(folder, List.of("db", "stop"));
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private TheProgram start(String words) {
        return TheProgram.start(
                folder,
                Map.of(),
                Stream.of(words.split(" ", -1)).filter(each -> !each.isEmpty()).toList());
    }

    private Answer run(String words) throws InterruptedException {
        return start(words).answer();
    }

    @Test
    void isMadeKeptSharedStoppedAndDeleted() throws Exception {
        TheProgram one = start("--output json");
        TheProgram other = start("--output json");
        Answer first = one.answer();
        Answer second = other.answer();
        assertThat(List.of(outcome(first), outcome(second)))
                .as(first.err() + second.err())
                .containsExactlyInAnyOrder("applied", "nothing-to-do");
        assertThat(first.err()).startsWith(SAID);
        assertThat(run("db url").status()).as("stopped with its last user").isEqualTo(3);

        JsonNode started = run("db start --output json").json();
        assertThat(started.path("state").asString()).isEqualTo("started");
        assertThat(run("db url").out()).isEqualTo(started.path("url").asString() + "\n");
        Answer status = run("status");
        assertThat(status.out()).contains("(embedded)").endsWith("\nCurrent.\n");
        assertThat(status.err()).startsWith(SAID).hasLineCount(1);
        try (Connection own =
                DriverManager.getConnection(started.path("jdbcUrl").asString())) {
            assertThat(own.isValid(5)).isTrue();
        }

        assertThat(run("db reset").status()).as("not without a yes").isEqualTo(6);
        assertThat(run("db stop").out()).isEqualTo("Stopped.\n");
        assertThat(run("db stop").out()).isEqualTo("It was not running.\n");
        assertThat(run("db reset --yes").status()).isZero();
        assertThat(folder.resolve(".data/postgresql")).doesNotExist();
    }

    /** As a newcomer types it; a password of one's own because there is no terminal here. */
    @Test
    void getsAnAdministratorWithoutNameAndAddress() throws InterruptedException {
        Map<String, String> password = Map.of("INIT_ADMIN_PASSWORD", "correct horse battery");
        Answer answer = TheProgram.start(folder, password, List.of("init")).answer();
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("\nCreated the first administrator, admin (admin@localhost), who must ");
    }

    private static String outcome(Answer answer) {
        return answer.json().path("outcome").asString();
    }
}
