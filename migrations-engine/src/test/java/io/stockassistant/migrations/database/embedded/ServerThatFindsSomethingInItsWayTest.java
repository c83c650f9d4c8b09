package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.testing.TestPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerThatFindsSomethingInItsWayTest extends AnEmbeddedServer {

    ServerThatFindsSomethingInItsWayTest() throws IOException {}

    @BeforeEach
    void startAfresh() throws IOException {
        forgetData();
    }

    @Test
    void aTakenPortMakesItChooseAnotherOneForGoodAndSaySo() throws IOException, SQLException {
        int port;
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket other = new ServerSocket(TestPorts.next(), 1, here)) {
            new DataRoot(dataRoot).rememberPort(other.getLocalPort());
            try (EmbeddedServer.Lease lease = server.use()) {
                port = lease.address().port();
                assertThat(port).isNotEqualTo(other.getLocalPort());
                assertThat(lease.address().notice())
                        .contains("port " + other.getLocalPort() + " is taken")
                        .contains("listens on " + port);
                assertThat(query(lease.address(), "SHOW port")).isEqualTo(Integer.toString(port));
            }
        }
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(lease.address().port()).isEqualTo(port);
            assertThat(lease.address().notice()).isNull();
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsNamedAndLeftAlone() throws IOException {
        int major;
        try (EmbeddedServer.Lease lease = server.use()) {
            major = lease.address().major();
        }
        Path version = Files.writeString(dataRoot.resolve("postgresql/PG_VERSION"), "12\n");
        Problem problem = problemOf(server::use);
        assertThat(problem.message()).contains("made by PostgreSQL 12", "brings PostgreSQL " + major);
        assertThat(problem.remedy()).contains("db reset");
        assertThat(version).exists();
    }

    @Test
    void aFolderThatIsNotPostgresDataIsNeitherUsedNorRemoved() throws IOException {
        Path file = Files.createDirectories(dataRoot.resolve("postgresql")).resolve("thesis.txt");
        Files.writeString(file, "mine");
        assertThat(problemOf(server::use).message()).contains("has no PG_VERSION");
        assertThat(problemOf(server::reset).message()).contains("has no PG_VERSION");
        assertThat(file).exists();
    }

    @Test
    void dataThatACrashLeftHalfMadeIsRemovedAndMadeAgain() throws IOException, SQLException {
        Path left = Files.createDirectories(dataRoot.resolve("postgresql.unfinished-1/base"));
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(query(lease.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(left.getParent()).doesNotExist();
    }

    /** An initdb outlives the process that started it when that one is killed. */
    @Test
    void dataThatIsStillBeingMadeForAKilledProcessDisturbsNobody()
            throws IOException, SQLException, InterruptedException {
        Path abandoned = Files.createDirectories(dataRoot.resolve("postgresql.unfinished-1"));
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread initdb = new Thread(() -> {
            for (int file = 0; writing.get(); file++) {
                createFolderUnlessRemoved(abandoned.resolve("base/" + file));
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
            }
        });
        initdb.start();
        try (EmbeddedServer.Lease lease = server.use()) {
            assertThat(query(lease.address(), "SELECT 1")).isEqualTo("1");
        } finally {
            writing.set(false);
            initdb.join();
        }
    }

    private static void createFolderUnlessRemoved(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException removed) {
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void aBrokenSettingIsShownWithTheLastLinesOfTheServersLog() throws IOException {
        server.use().close();
        Files.writeString(dataRoot.resolve("postgresql/postgresql.conf"), "shared_buffers = plenty\n");
        assertThat(problemOf(server::use).message())
                .contains("PostgreSQL ended with status 1")
                .contains("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(dataRoot.resolve("file"), "");
        Problem problem = problemOf(EmbeddedServer.at(file.resolve(".data"))::use);
        assertThat(problem.message()).contains("cannot be kept in " + file);
        assertThat(problem.remedy()).contains("--url");
    }

    @Test
    void aPathThatInitdbCannotQuoteIsNamed() {
        DataRoot odd = new DataRoot(dataRoot.resolve("a $b"));
        Binaries none = new Binaries(dataRoot, 18);
        NewData data = new NewData(odd, none, new ServerAccount(List.of(), Optional.empty()));
        assertThat(problemOf(data::make).message()).contains("a $b", "characters");
    }
}
