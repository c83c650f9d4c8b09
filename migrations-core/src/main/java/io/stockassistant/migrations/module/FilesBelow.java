package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Collects the files of a module's folder and of the folders below it; hidden folders and other modules are left out. */
final class FilesBelow extends SimpleFileVisitor<Path> {

    private static final Pattern MIGRATION = Pattern.compile("([VUBR].*(?i:\\.sql)(\\.conf)?)|HEAD");

    private final Path root;
    private final List<SourceFile> found = new ArrayList<>();

    FilesBelow(Path root) {
        this.root = root;
    }

    List<SourceFile> found() {
        return List.copyOf(found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!folder.equals(root) && looksLikeMigration(folder)) {
            add(folder);
            return FileVisitResult.SKIP_SUBTREE;
        }
        return folder.equals(root) || isPartOfModule(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    /** Whether a folder in a module's folder belongs to that module. Flyway leaves hidden folders out, too. */
    static boolean isPartOfModule(Path folder) {
        return !folder.getFileName().toString().startsWith(".")
                && !Files.exists(folder.resolve(FolderModules.DESCRIPTOR));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() || looksLikeMigration(file)) {
            add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file) {
        found.add(new SourceFile(name(file), file.toString(), () -> Files.readAllBytes(file)));
    }

    /** A folder, or a link to nothing, under the name of a file that is read: to pass over it would hide a mistake. */
    private static boolean looksLikeMigration(Path path) {
        return MIGRATION.matcher(path.getFileName().toString()).matches();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException && !file.equals(root)) {
            return FileVisitResult.CONTINUE; // removed while the folder was read
        }
        throw failure;
    }

    /** With slashes on every system, as Flyway records it. */
    private String name(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
