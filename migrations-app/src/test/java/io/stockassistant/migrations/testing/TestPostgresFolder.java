package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of the embedded server of one test JVM. */
final class TestPostgresFolder {

    private static final Path PARENT = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "test-postgres-";

    private TestPostgresFolder() {}

    /** Starts a server that is gone, with its folder, when this JVM is. */
    static EmbeddedServer.Address startServer() {
        try {
            removeThoseOfKilledProcesses();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // the server makes the folder itself, open for the user that it runs as where we are root
        Path folder = PARENT.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime());
        EmbeddedServer.Lease lease = EmbeddedServer.throwAwayAt(folder).use();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            lease.close();
            delete(folder);
        }));
        return lease.address();
    }

    private static void removeThoseOfKilledProcesses() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PARENT, PREFIX + "*")) {
            for (Path folder : folders) {
                removeUnlessUsed(folder);
            }
        }
    }

    private static void removeUnlessUsed(Path folder) {
        try {
            EmbeddedServer.throwAwayAt(folder).reset();
            delete(folder);
        } catch (ProblemException usedOrNotOurs) {
            // its process runs, or its owner is somebody else: either way it is not ours to remove
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
