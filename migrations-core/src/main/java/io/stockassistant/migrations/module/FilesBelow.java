package io.stockassistant.migrations.module;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Collects the files of a module's folder and of the folders below it; hidden folders and other modules are left out. */
final class FilesBelow extends SimpleFileVisitor<Path> {

    private static final String KINDS = "VUBDR";
    private static final String SQL = ".sql";
    private static final String CONF = ".conf";

    private final Path root;
    private final List<SourceFile> found = new ArrayList<>();

    private FilesBelow(Path root) {
        this.root = root;
    }

    /** Looks at no file that is called as a migration is: there can be thousands. */
    static List<SourceFile> list(Path root) throws IOException {
        FilesBelow files = new FilesBelow(root);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (looksLikeMigration(entry)) {
                    files.add(entry, entry.getFileName().toString());
                } else {
                    Files.walkFileTree(entry, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return files.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (looksLikeMigration(folder)) {
            add(folder, name(folder));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return isPartOfModule(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    /** Whether a folder in a module's folder belongs to that module. Flyway leaves hidden folders out, too. */
    static boolean isPartOfModule(Path folder) {
        return !folder.getFileName().toString().startsWith(".")
                && !Files.exists(folder.resolve(FolderModules.DESCRIPTOR));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() || looksLikeMigration(file)) {
            add(file, name(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, String name) {
        found.add(new SourceFile(name, file.toString(), () -> read(file)));
    }

    /** A stream opens a file with half the work of a channel; what is wrong with one a channel says more exactly. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toString())) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            return Files.readAllBytes(file);
        }
    }

    /** A folder, or a link to nothing, under the name of a file that is read: to pass over it would hide a mistake. */
    private static boolean looksLikeMigration(Path path) {
        String name = path.getFileName().toString();
        String script = name.endsWith(CONF) ? name.substring(0, name.length() - CONF.length()) : name;
        return (script.length() > SQL.length()
                        && KINDS.indexOf(script.charAt(0)) >= 0
                        && script.regionMatches(true, script.length() - SQL.length(), SQL, 0, SQL.length()))
                || name.equals("HEAD");
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // removed while the folder was read
        }
        throw failure;
    }

    /** With slashes on every system, as Flyway records it. */
    private String name(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
