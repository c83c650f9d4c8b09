package io.stockassistant.migrations.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's programs, unpacked.
 *
 * @param home the folder that has {@code bin}, {@code lib} and {@code share}
 * @param major the major version that these programs are
 */
record Binaries(Path home, int major) {

    private static final String FOLDER_PREFIX = "binaries-";
    private static final Pattern CATALOG_VERSION = Pattern.compile("# PostgreSQL (\\d+)");

    /** The programs for this machine, unpacked into a sub-folder of {@code root} unless that was done before. */
    static Binaries unpackedUnder(Path root) throws IOException {
        return unpackedUnder(root, Archive.getForThisMachine());
    }

    static Binaries unpackedUnder(Path root, Archive archive) throws IOException {
        Path home = root.resolve(FOLDER_PREFIX + archive.fingerprint());
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
            removeOthers(root, home);
        }
        return new Binaries(home, readMajor(home));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** A crash, or a second process that does the same, never leaves a half-filled folder under the final name. */
    private static void unpack(Archive archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.getParent(), FOLDER_PREFIX + "unfinished-");
        try {
            try (InputStream content = archive.open()) {
                new Unpacking(unfinished).write(content);
            }
            Folders.letOthersEnter(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException unpackedByAnother) {
            Folders.delete(unfinished);
        } catch (IOException failure) {
            Folders.delete(unfinished);
            throw failure;
        }
    }

    /** Older releases and half-filled folders: only whoever starts the server gets here, so nobody runs them. */
    private static void removeOthers(Path root, Path home) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, FOLDER_PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(home)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static int readMajor(Path home) throws IOException {
        Path catalog = home.resolve("share").resolve("postgresql").resolve("postgres.bki");
        try (BufferedReader lines = Files.newBufferedReader(catalog)) {
            Matcher version = CATALOG_VERSION.matcher(String.valueOf(lines.readLine()));
            if (version.matches()) {
                return Integer.parseInt(version.group(1));
            }
        }
        throw new IOException("no version of PostgreSQL found in " + home);
    }
}
