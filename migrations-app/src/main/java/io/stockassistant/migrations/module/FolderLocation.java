package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a module in a folder of the file system. */
record FolderLocation(Path path) implements Location {

    @Override
    public List<SourceFile> list() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new SourceFile(
                            file.getFileName().toString(), file.toString(), () -> Files.readAllBytes(file)))
                    .toList();
        }
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
