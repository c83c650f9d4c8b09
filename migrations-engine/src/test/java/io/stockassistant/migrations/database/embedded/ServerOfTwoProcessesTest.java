package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
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
