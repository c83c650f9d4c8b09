package io.stockassistant.migrations.module;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a module in the jar that has its descriptor, and in no other: two jars may call their folders the same.
 *
 * @param loader of the module's classes
 * @param path a folder without leading or trailing slash
 */
record JarLocation(ModuleJar jar, ClassLoader loader, String path) implements Location {

    @Override
    public List<SourceFile> list() throws IOException {
        if (!jar.hasFolder(path)) {
            throw new FileNotFoundException(jar + " has no folder " + path);
        }
        return jar.list(path);
    }

    /** Where the sources of the Maven project keep these resources, when the working folder is its root. */
    @Override
    public Optional<Path> folder() {
        return SourceFolders.find(Path.of(""), path);
    }

    @Override
    public Optional<ClassPackage> findClasses() {
        return Optional.of(new ClassPackage(loader, path.replace('/', '.')));
    }

    /** As Flyway would find it with the same loader. */
    @Override
    public String url() {
        return ClassPathLocation.PREFIX + path;
    }

    @Override
    public String place() {
        return jar.place(path);
    }
}
