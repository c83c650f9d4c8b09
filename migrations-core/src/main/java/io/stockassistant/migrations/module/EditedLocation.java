package io.stockassistant.migrations.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a module as they are where they are edited, and its classes, which are compiled to another place. */
record EditedLocation(FolderLocation files, Location compiled) implements Location {

    @Override
    public List<SourceFile> list() throws IOException {
        List<SourceFile> all = new ArrayList<>(files.list());
        compiled.list().stream().filter(SourceFile::isClass).forEach(all::add);
        return all;
    }

    @Override
    public Optional<Path> folder() {
        return files.folder();
    }

    @Override
    public Optional<ClassPackage> findClasses() {
        return compiled.findClasses();
    }

    @Override
    public String url() {
        return files.url();
    }
}
