package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of the embedded server of one test JVM. */
final class TestPostgresFolder {

    private static final String PREFIX = "test-postgres-";
    private static final String PREFIX_OF_REMOVED = "removed-test-postgres-";

    /** Of a name that says whose folder it is, so that no other JVM takes it for a left one while it is being made. */
    static final String PREFIX_OF_THIS_PROCESS =
            PREFIX + ProcessHandle.current().pid() + "-";

    private TestPostgresFolder() {}

    /** Starts a server that is gone, with its folder, when this JVM is. */
    static EmbeddedServer.Address startServer() {
        try {
            removeThoseOfKilledProcesses();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // the server makes the folder itself, open for the user that it runs as where we are root
        Path folder = TestFolders.parent().resolve(PREFIX_OF_THIS_PROCESS + System.nanoTime());
        EmbeddedServer.Lease lease = EmbeddedServer.throwAwayAt(folder).use();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            lease.close();
            delete(folder);
        }));
        return lease.address();
    }

    private static void removeThoseOfKilledProcesses() throws IOException {
        for (Path folder : TestFolders.list(TestFolders.parent(), "test-{postgres,faults}-[0-9]*-*")) {
            String pid = folder.getFileName().toString().split("-", -1)[2];
            if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                removeUnlessUsed(folder);
            }
        }
    }

    private static void removeUnlessUsed(Path folder) throws IOException {
        try {
            EmbeddedServer.throwAwayAt(folder).reset();
            // of two JVMs that find it at the same time one succeeds here
            Path removed = folder.resolveSibling(
                    PREFIX_OF_REMOVED + ProcessHandle.current().pid() + "-" + System.nanoTime());
            delete(Files.move(folder, removed, StandardCopyOption.ATOMIC_MOVE));
        } catch (ProblemException | NoSuchFileException usedOrNotOurs) {
            // somebody uses it, owns it, or has removed it: in each case it is not ours to remove
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
