package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerOfTwoProcessesTest extends AnEmbeddedServer {

    ServerOfTwoProcessesTest() throws IOException {}

    @Test
    void theSecondFindsItRunningAndTheLastOneStopsIt() throws IOException {
        EmbeddedServer.Lease ours = server.use();
        try (OtherProcess other = OtherProcess.launch(dataRoot)) {
            assertThat(other.awaitLease()).isEqualTo("found");
            ours.close();
            assertThat(server.findRunning()).isPresent();
            assertThat(problemOf(server::stop).remedy()).contains("Let it end");
            assertThat(problemOf(server::reset).message()).contains("was not removed");
        }
        assertThat(server.findRunning()).isEmpty();
    }

    /** It outlives whoever starts it, and they may have passwords and keys in theirs. */
    @Test
    void aServerHasNothingOfTheEnvironmentThatItDoesNotNeed() throws IOException {
        Map<String, String> variables = Map.of("LLM_ENCRYPTION_KEYS", "marker", "PGPASSWORD", "marker", "TZ", "UTC");
        try (OtherProcess other = OtherProcess.launch(dataRoot, variables)) {
            assertThat(other.awaitLease()).isEqualTo("started");
            Path environment = Path.of("/proc", String.valueOf(pidFile().pid()), "environ");
            assumeTrue(Files.exists(environment), "needs /proc");
            assertThat(Files.readString(environment).split("\0", -1))
                    .contains("LC_ALL=C", "TZ=UTC")
                    .noneMatch(each -> each.contains("marker"))
                    .extracting(each -> each.replaceFirst("=.*", ""))
                    .isSubsetOf(
                            "",
                            "LC_ALL",
                            "PATH",
                            "HOME",
                            "USER",
                            "LOGNAME",
                            "SHELL",
                            "TMPDIR",
                            "TZ",
                            "LD_LIBRARY_PATH");
        }
    }

    @Test
    void startedAtOnceOneOfThemStartsItForBoth() throws IOException {
        try (OtherProcess one = OtherProcess.launch(dataRoot);
                OtherProcess two = OtherProcess.launch(dataRoot)) {
            assertThat(List.of(one.awaitLease(), two.awaitLease())).containsExactlyInAnyOrder("started", "found");
        }
        assertThat(server.findRunning()).isEmpty();
    }

    @Test
    void aKilledUserLeavesAServerThatTheNextOneUsesAndStops() throws IOException {
        try (OtherProcess other = OtherProcess.launch(dataRoot)) {
            assertThat(other.awaitLease()).isEqualTo("started");
            other.kill();
        }
        assertThat(server.findRunning()).isPresent();
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().startedNow()).isFalse();
        }
        assertThat(server.findRunning()).isEmpty();
    }

    @Test
    void aServerThatWasKilledUnderAUserIsStartedByTheNext() throws IOException, SQLException {
        try (OtherProcess other = OtherProcess.launch(dataRoot)) {
            assertThat(other.awaitLease()).isEqualTo("started");
            ServerThatWasKilledTest.kill(pidFile());
            try (EmbeddedServer.Lease lease = server.use()) {
                assertThat(lease.address().startedNow()).isTrue();
                assertThat(query(lease.address(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(server.findRunning()).isPresent();
        }
        assertThat(server.findRunning()).isEmpty();
    }
}
