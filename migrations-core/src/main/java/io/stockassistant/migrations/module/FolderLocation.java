package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a module in a folder of the file system.
 *
 * @param modelSql what the module says of its tables, which is no migration though it may lie among them
 */
record FolderLocation(Path path, Optional<Path> modelSql) implements Location {

    FolderLocation(Path path) {
        this(path, Optional.empty());
    }

    @Override
    public List<SourceFile> list() throws IOException {
        return FilesBelow.list(path).stream().filter(each -> !isModelSql(each)).toList();
    }

    private boolean isModelSql(SourceFile file) {
        return modelSql.filter(
                        sql -> sql.normalize().equals(Path.of(file.path()).normalize()))
                .isPresent();
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
