package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerThatWasKilledTest extends AnEmbeddedServer {

    ServerThatWasKilledTest() throws IOException {}

    @Test
    void isSeenAsNotRunningAndStartsAgainWithItsData() throws IOException, SQLException {
        query(server.start(), "CREATE TABLE kept ()");
        kill(pidFile());
        assertThat(server.findRunning()).isEmpty();
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().startedNow()).isTrue();
            assertThat(query(lease.address(), "SELECT to_regclass('kept')")).isEqualTo("kept");
        }
    }

    /** PostgreSQL itself refuses to start when the process id in its file is alive and its own user's. */
    @Test
    void startsAgainAlthoughAnotherProgramHasItsProcessIdNow() throws IOException, SQLException {
        server.start();
        PidFile left = pidFile();
        kill(left);
        Process stranger =
                ServerAccount.getFor(dataRoot).start(Program.of("sleep", "60")).start(dataRoot.resolve("server.log"));
        String content = Files.readString(left.file(), StandardCharsets.ISO_8859_1);
        Files.writeString(left.file(), content.replaceFirst("\\d+", Long.toString(stranger.pid())));
        try {
            assertThat(server.findRunning()).isEmpty();
            assertThat(server.stop()).isFalse();
            try (EmbeddedServer.Lease lease = server.use()) {
                assertThat(query(lease.address(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    static void kill(PidFile server) throws IOException {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> !server.isAlive()))
                .isTrue();
    }
}
