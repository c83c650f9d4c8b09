package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What lies where in the folder of one embedded server.
 *
 * @param folder absolute
 */
record DataRoot(Path folder) {

    private static final String UNFINISHED = "postgresql.unfinished-";
    private static final int SHOWN_LINES = 12;

    /** PostgreSQL's data directory; whatever is there is complete, since it is made under another name. */
    Path data() {
        return folder.resolve("postgresql");
    }

    /**
     * An empty folder to make the data in: worthless after a crash. Each attempt has its own, since an initdb may
     * outlive the process that started it, and go on writing.
     */
    Path createUnfinishedData() throws IOException {
        return Files.createTempDirectory(folder, UNFINISHED);
    }

    /** Removes what crashes left half made. */
    void removeUnfinishedData() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path unfinished : folders) {
                try {
                    Folders.delete(unfinished);
                } catch (NoSuchFileException | DirectoryNotEmptyException beingWritten) {
                    // harmless: nobody else looks at it, and the next start removes it
                }
            }
        }
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    private Path previousLog() {
        return folder.resolve("server.log.1");
    }

    private Path keepMark() {
        return folder.resolve("keep");
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    /** Creates the folder; git ignores it from the start. */
    void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Folders.letOthersEnter(folder);
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** The major version that made the data, as PostgreSQL wrote it down; empty where there is no data. */
    Optional<String> findDataVersion() throws IOException {
        if (!Files.exists(data(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(data().resolve("PG_VERSION")).strip());
        } catch (NoSuchFileException missing) {
            throw ServerProblem.notOurs(data());
        }
    }

    boolean isKept() {
        return Files.exists(keepMark());
    }

    void keep() throws IOException {
        Files.writeString(keepMark(), "The server runs until `db stop`.\n");
    }

    void unkeep() throws IOException {
        Files.deleteIfExists(keepMark());
    }

    /** The port that this server had last. */
    OptionalInt findPort() throws IOException {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
        } catch (NoSuchFileException | NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    void rememberPort(int port) throws IOException {
        // the old file may be root's, in a folder that is ours
        Files.deleteIfExists(portFile());
        Files.writeString(portFile(), port + "\n");
    }

    /** Each start writes a log of its own; one older is kept. */
    void beginLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(log());
    }

    List<String> listLastLogLines() throws IOException {
        // decoded leniently: a name in it may be in any encoding
        List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    }

    /** Removes the data and what belongs to it. The unpacked programs stay: they are the same for new data. */
    void removeData() throws IOException {
        findDataVersion();
        removeUnfinishedData();
        Folders.delete(data());
        for (Path file : List.of(portFile(), keepMark(), log(), previousLog())) {
            Files.deleteIfExists(file);
        }
    }
}
