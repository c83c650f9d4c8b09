package io.stockassistant.migrations.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Where the folders of servers of tests are: in memory where that has room. Each test makes a database of some hundred
 * files and removes it, which costs ten times as much on a disk, even if nothing is ever waited for to be written.
 */
public final class TestFolders {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 2L << 30;
    private static final Path MOUNTS = Path.of("/proc/mounts");

    private static final Path PARENT = hasRoomInMemory() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));

    private TestFolders() {}

    /** A folder that exists. */
    public static Path parent() {
        return PARENT;
    }

    /**
     * Saves a server of its own from unpacking the programs that this JVM's common server has unpacked, if it has.
     *
     * @param dataRoot the folder of the server, which must not have any yet
     */
    public static void lendPrograms(Path dataRoot) {
        try {
            for (Path common : list(PARENT, TestPostgresFolder.PREFIX_OF_THIS_PROCESS + "*")) {
                for (Path programs : list(common, "binaries-[0-9a-f]*")) {
                    Files.createSymbolicLink(dataRoot.resolve(programs.getFileName()), programs);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Path> list(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    private static boolean hasRoomInMemory() {
        try {
            return Files.isReadable(MOUNTS)
                    && isOfMemoryAndRunsPrograms()
                    && Files.isWritable(MEMORY)
                    && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_BYTES;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server's programs are unpacked there too. Of several mounts on one folder the last one is seen. */
    private static boolean isOfMemoryAndRunsPrograms() throws IOException {
        return Files.readAllLines(MOUNTS).stream()
                .map(line -> line.split(" ", -1))
                .filter(mount -> mount[1].equals(MEMORY.toString()))
                .reduce((covered, seen) -> seen)
                .filter(mount -> mount[2].equals("tmpfs"))
                .filter(mount -> !List.of(mount[3].split(",", -1)).contains("noexec"))
                .isPresent();
    }
}
