package io.stockassistant.migrations.module;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a module on the class path, as its own class loader sees them.
 *
 * @param path a folder without leading or trailing slash
 * @param jars what is known of jars already; modules in one jar share it
 */
record ClassPathLocation(ClassLoader loader, String path, JarListing jars) implements Location {

    static final String PREFIX = "classpath:";

    @Override
    public List<SourceFile> list() throws IOException {
        ClassPathFolder folder = new ClassPathFolder(loader, path);
        if (!folder.exists()) {
            throw new FileNotFoundException(url() + " is not on the class path");
        }
        return folder.list(jars::list);
    }

    /** Where the sources of a Maven module keep these resources, when the working folder is the project's root. */
    @Override
    public Optional<Path> folder() {
        return SourceFolders.find(Path.of(""), path);
    }

    @Override
    public Optional<ClassPackage> findClasses() {
        return Optional.of(new ClassPackage(loader, path.replace('/', '.')));
    }

    @Override
    public String url() {
        return PREFIX + path;
    }
}
