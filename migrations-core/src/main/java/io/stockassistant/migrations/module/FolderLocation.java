package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The files of a module in a folder of the file system. */
record FolderLocation(Path path) implements Location {

    @Override
    public List<SourceFile> list() throws IOException {
        FilesBelow files = new FilesBelow(path);
        Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        return files.found();
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
