package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServerOfOneProcessTest extends AnEmbeddedServer {

    ServerOfOneProcessTest() throws IOException {}

    @Test
    void runsWhileItIsUsedAndListensForThisMachineAlone() throws SQLException {
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().startedNow()).isTrue();
            assertThat(query(lease.address(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(lease.address(), "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(lease.address(), "SHOW fsync")).isEqualTo("on");
            assertThat(query(lease.address(), "SHOW server_version"))
                    .startsWith(lease.address().major() + ".");
            assertThat(server.findRunning())
                    .hasValueSatisfying(running -> assertThat(running.jdbcUrl())
                            .isEqualTo(lease.address().jdbcUrl()));
        }
        assertThat(server.findRunning()).isEmpty();
    }

    @Test
    void dataAndUrlAreTheSameInTheNextRun() throws SQLException {
        String url;
        try (EmbeddedServer.Lease lease = server.use()) {
            url = lease.address().url();
            query(lease.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().url()).isEqualTo(url);
            assertThat(query(lease.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void staysUntilItsLastUserLeaves() {
        EmbeddedServer.Lease first = server.use();
        EmbeddedServer.Lease second = EmbeddedServer.at(dataRoot).use();
        assertThat(second.address().startedNow()).isFalse();
        first.close();
        first.close();
        assertThat(server.findRunning()).isPresent();
        second.close();
        assertThat(server.findRunning()).isEmpty();
    }

    @Test
    void staysAfterStartUntilStop() {
        assertThat(server.start().startedNow()).isTrue();
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().startedNow()).isFalse();
        }
        assertThat(server.findRunning()).isPresent();
        assertThat(server.stop()).isTrue();
        assertThat(server.findRunning()).isEmpty();
        assertThat(server.stop()).isFalse();
    }

    @Test
    void isNotStoppedUnderAUser() {
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(problemOf(server::stop).message()).contains("is using the embedded server in " + dataRoot);
            assertThat(problemOf(server::reset).message()).contains("was not removed");
            assertThat(server.findRunning()).isPresent();
            assertThat(lease.address().startedNow()).isTrue();
        }
    }

    @Test
    void resetRemovesItsDataAndNothingElse() throws IOException {
        server.start();
        Path note = Files.writeString(dataRoot.resolve("note.txt"), "mine");
        server.reset();
        assertThat(server.findRunning()).isEmpty();
        assertThat(dataRoot.resolve("postgresql")).doesNotExist();
        assertThat(dataRoot.resolve("keep")).doesNotExist();
        assertThat(note).exists();
    }

    @Test
    void nothingIsCreatedByCommandsThatOnlyLook() {
        Path none = dataRoot.resolve("none");
        EmbeddedServer absent = EmbeddedServer.at(none);
        assertThat(absent.findRunning()).isEmpty();
        assertThat(absent.stop()).isFalse();
        absent.reset();
        assertThat(none).doesNotExist();
    }
}
