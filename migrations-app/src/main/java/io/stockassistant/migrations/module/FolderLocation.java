package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a module in a folder of the file system. */
record FolderLocation(Path path) implements Location {

    private static final Pattern MIGRATION = Pattern.compile("([VUBR].*(?i:\\.sql)(\\.conf)?)|HEAD");

    @Override
    public List<SourceFile> list() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> Files.isRegularFile(file) || looksLikeMigration(file))
                    .map(file -> new SourceFile(
                            file.getFileName().toString(), file.toString(), () -> Files.readAllBytes(file)))
                    .toList();
        }
    }

    /** A folder, or a link to nothing, under the name of a file that is read: to pass over it would hide a mistake. */
    private static boolean looksLikeMigration(Path path) {
        return MIGRATION.matcher(path.getFileName().toString()).matches();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(path);
    }

    @Override
    public String url() {
        return "filesystem:" + path;
    }
}
