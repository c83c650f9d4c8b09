package io.stockassistant.migrations.testing.models;

import io.stockassistant.shared.migration.MigrationModule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks the jar or folder that the module's descriptor comes from. */
final class ModelClasses {

    private static final String CLASS = ".class";

    private final Class<?> descriptor;
    private final List<String> packages;

    ModelClasses(MigrationModule module) {
        this.descriptor = module.getClass();
        this.packages = module.modelPackages();
    }

    List<Class<?>> list() {
        return names().stream()
                .filter(this::isInside)
                .sorted()
                .<Class<?>>map(this::load)
                .filter(each -> each.isAnnotationPresent(Entity.class))
                .toList();
    }

    private boolean isInside(String name) {
        return packages.stream().anyMatch(each -> name.startsWith(each + "."));
    }

    /** Without running its static initialisers. */
    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, descriptor.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private List<String> names() {
        try {
            Path root = Path.of(descriptor
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return (Files.isDirectory(root) ? inFolder(root) : inJar(root))
                    .stream()
                            .filter(file -> file.endsWith(CLASS) && !file.endsWith("-info" + CLASS))
                            .map(file -> file.substring(0, file.length() - CLASS.length())
                                    .replace('/', '.'))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where " + descriptor + " comes from", e);
        }
    }

    private static List<String> inFolder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> StreamSupport.stream(root.relativize(file).spliterator(), false)
                            .map(Path::toString)
                            .collect(Collectors.joining("/")))
                    .toList();
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }
}
