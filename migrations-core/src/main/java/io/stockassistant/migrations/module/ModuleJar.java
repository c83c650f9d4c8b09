package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/**
 * A jar that somebody has named, open as long as its files may be asked for. It is not opened by its URL: what a
 * connection opens stays open for the rest of the process.
 *
 * @param path as it was typed
 */
record ModuleJar(Path path, JarFile file, JarListing listing) implements Closeable {

    /** @throws ProblemException {@code invalid-jar} */
    static ModuleJar open(Path path, JarListing listing) {
        try {
            return new ModuleJar(path, new JarFile(path.toFile()), listing);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INVALID_JAR,
                            path + " cannot be opened: " + reason(path, e) + ".",
                            Files.isDirectory(path)
                                    ? "Name the jar that is built from it; for a folder of modules: --modules " + path
                                    : "Give --modules-jar the jar that the build makes of a module."),
                    e);
        }
    }

    private static String reason(Path path, IOException e) {
        return e instanceof ZipException && !Files.isDirectory(path)
                ? "it is no jar, or only a part of one (" + e.getMessage() + ")"
                : FileReason.of(path, e);
    }

    /** For a class loader. */
    URL url() {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e); // a path always has one
        }
    }

    boolean has(String entry) {
        return file.getEntry(entry) != null;
    }

    /** Whether a folder is there. Not every jar has entries for folders. */
    boolean hasFolder(String folder) {
        return has(folder + "/")
                || !listing.list(file, folder).isEmpty()
                || !listing.listClasses(file, folder).isEmpty();
    }

    /** The migrations and other files of a folder and below it. */
    List<SourceFile> list(String folder) {
        return listing.list(file, folder).stream().map(this::named).toList();
    }

    /** Compiled classes of a folder and below it. */
    List<SourceFile> listClasses(String folder) {
        return listing.listClasses(file, folder).stream().map(this::named).toList();
    }

    /** One file. */
    Optional<SourceFile> find(String entry) {
        return has(entry) ? Optional.of(named(JarListing.file(file, entry, entry))) : Optional.empty();
    }

    private SourceFile named(SourceFile file) {
        return new SourceFile(file.name(), place(file.path()), file.content());
    }

    /** Where something in it is, for messages. */
    String place(String entry) {
        return path + "!/" + entry;
    }

    /** The first entry that cannot be read, and why: a copy that broke off may still have its table of contents. */
    Optional<String> findDamage() {
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            try (InputStream in = file.getInputStream(entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException | SecurityException e) {
                return Optional.of(entry.getName() + " in it cannot be read (" + e.getMessage() + ")");
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
