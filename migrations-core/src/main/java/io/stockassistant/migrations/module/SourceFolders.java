package io.stockassistant.migrations.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder in a Maven project from which a class path folder is made. */
final class SourceFolders {

    private SourceFolders() {}

    /** The only {@code <project>/src/main/resources/<path>} directly below the root, if there is exactly one. */
    static Optional<Path> find(Path root, String path) {
        try (Stream<Path> projects = Files.list(root.toAbsolutePath())) {
            List<Path> found = projects.map(
                            project -> project.resolve("src/main/resources").resolve(path))
                    .filter(Files::isDirectory)
                    .toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
