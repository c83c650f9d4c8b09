package io.stockassistant.migrations.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Writes the content of a {@code .txz} archive into a folder. */
final class Unpacking {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path folder;

    Unpacking(Path folder) {
        this.folder = folder;
    }

    void write(InputStream archive) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar);
            }
        }
    }

    private void write(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = inside(folder.resolve(entry.getName()));
        if (entry.isDirectory()) {
            createFolder(target);
            return;
        }
        createParent(target);
        if (entry.isSymbolicLink()) {
            inside(target.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(folder.resolve(entry.getLinkName())));
        } else {
            Files.copy(content, target);
            permit(target, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
        }
    }

    private Path inside(Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL has an entry outside of itself: " + path);
        }
        return normal;
    }

    private void createParent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            createFolder(parent);
        }
    }

    private void createFolder(Path path) throws IOException {
        if (path.equals(folder) || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        createParent(path);
        Files.createDirectory(path);
        permit(path, true);
    }

    /** The server may run as another user than the one that unpacks, whatever the umask of that one is. */
    private static void permit(Path path, boolean executable) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
