package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.testing.TestFolders;
import io.stockassistant.migrations.testing.TestPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server of one test, which may be killed; what it has committed, it keeps. */
final class OwnServer implements AutoCloseable {

    private static final int LONGEST_SECONDS = 30;

    private final Path folder = TestFolders.parent()
            .resolve("test-faults-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    private final EmbeddedServer server = EmbeddedServer.at(folder);

    OwnServer() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("port"), Integer.toString(TestPorts.next()));
        TestFolders.lendPrograms(folder);
    }

    /** Starts it, or starts it again, on the port that it had. */
    Server start() {
        EmbeddedServer.Address address = server.start();
        return new Server(address.host(), address.port(), address.user(), "unused");
    }

    void stop() {
        server.stop();
    }

    /** As {@code pg_ctl stop -m immediate} does it: no process of the server ends its work. */
    void kill() {
        long pid = pid();
        signal(pid, "QUIT");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the server " + pid + " does not end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Starts the stopped server as a standby, which takes no writes until somebody promotes it. */
    Server startAsStandby(int port) throws IOException {
        startAsStandby(data(), port, List.of());
        return new Server("127.0.0.1", port, "postgres", "unused");
    }

    /** Starts it again, with a replica beside it that has all that it has. */
    Replica startWithReplica() throws IOException {
        server.stop();
        Path copy = folder.resolve("replica");
        run(List.of("cp", "-a", data().toString(), copy.toString()));
        Server primary = start();
        int port = TestPorts.next();
        String connection = "primary_conninfo=host=" + primary.host() + " port=" + primary.port() + " user="
                + primary.user() + " application_name=second";
        Process process = startAsStandby(copy, port, List.of("-c", connection));
        return new Replica(process, primary, new Server(primary.host(), port, primary.user(), primary.password()));
    }

    private Process startAsStandby(Path data, int port, List<String> settings) throws IOException {
        Files.createFile(data.resolve("standby.signal"));
        List<String> command = new ArrayList<>(asOwnerOf(data));
        command.addAll(List.of(program().toString(), "-D", data.toString(), "-c", "port=" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("standby.log").toFile())
                .start();
    }

    /** PostgreSQL does not run as root; whoever owns the data runs it. */
    private static List<String> asOwnerOf(Path data) throws IOException {
        int uid = (Integer) Files.getAttribute(data, "unix:uid");
        int gid = (Integer) Files.getAttribute(data, "unix:gid");
        return uid == (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")
                ? List.of()
                : List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
    }

    private Path program() throws IOException {
        try (Stream<Path> found =
                Files.find(folder, 3, (path, file) -> path.endsWith("bin/postgres"), FileVisitOption.FOLLOW_LINKS)) {
            return found.findFirst().orElseThrow();
        }
    }

    private Path data() {
        return folder.resolve("postgresql");
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data().resolve("postmaster.pid")).get(0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void signal(long pid, String name) {
        run(List.of("kill", "-" + name, Long.toString(pid)));
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data().resolve("postmaster.pid"))) {
            kill();
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
