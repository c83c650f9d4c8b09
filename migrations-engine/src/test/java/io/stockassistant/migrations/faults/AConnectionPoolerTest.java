package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.cli.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PgBouncer between us and the server. Where it is not installed this is passed over, and fails with {@code -Pfaults}. */
class AConnectionPoolerTest {

    private static final int LONGEST_SECONDS = 10;

    @RegisterExtension
    final Workbench bench = new Workbench();

    private @Nullable Process bouncer;
    private int port;

    @AfterEach
    void end() throws InterruptedException {
        if (bouncer != null) {
            bouncer.destroy();
            bouncer.waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_round_robin = 0", "server_round_robin = 1"})
    void isRefusedWhereLocksWouldGetLost(String order) throws IOException {
        start("pool_mode = transaction\n" + order);
        for (int i = 0; i < 3; i++) {
            Answer answer = bench.runAs(bench.server().user(), port, "upgrade");
            assertThat(answer.status()).as(answer.err()).isEqualTo(4);
            assertThat(answer.err()).contains("error: pooled-connection: ", "pool_mode = session");
        }
        assertThat(bench.content()).noneMatch(each -> each.startsWith("shop"));
        assertThat(bench.rows("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .containsExactly("0");
        assertThat(bench.runAs(bench.server().user(), port, "current").status()).isZero();
        assertThat(bench.run("upgrade").status()).isZero();
    }

    @Test
    void isNoHindranceWhereItKeepsSessions() throws IOException {
        start("pool_mode = session");
        Answer answer = bench.runAs(bench.server().user(), port, "upgrade");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(bench.applied()).containsExactly("1", "2", "3");
    }

    private static Path program() {
        Optional<Path> program = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (Boolean.getBoolean("tests.faults")) {
            assertThat(program).as("pgbouncer, which -Pfaults needs").isPresent();
        }
        assumeTrue(program.isPresent(), "pgbouncer is not installed");
        return program.orElseThrow();
    }

    private void start(String settings) throws IOException {
        Path program = program();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path configuration = Files.writeString(
                bench.folder().resolve("pgbouncer.ini"),
                "[databases]\n* = host=" + bench.server().host() + " port="
                        + bench.server().port() + " user=" + bench.server().user() + " password="
                        + bench.server().password() + "\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = " + port
                        + "\nunix_socket_dir =\nauth_type = any\nignore_startup_parameters = extra_float_digits,options\n"
                        + settings + "\n");
        Files.setPosixFilePermissions(bench.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        }
        command.addAll(List.of(program.toString(), configuration.toString()));
        bouncer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(bench.folder().resolve("pgbouncer.log").toFile())
                .start();
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                assertThat(System.nanoTime())
                        .as(Files.readString(bench.folder().resolve("pgbouncer.log")))
                        .isLessThan(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }
}
