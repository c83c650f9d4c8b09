package io.stockassistant.migrations.module;

import io.stockassistant.shared.migration.MigrationModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a module says what its tables are: packages of persistence models, and SQL for what annotations cannot say. */
public final class ModelLocation {

    private static final Class<?> NO_DESCRIPTOR = ModelLocation.class;

    /** That of a module which says nothing. */
    static final ModelLocation NONE = new ModelLocation(NO_DESCRIPTOR, List.of(), path -> List.of(), Optional.empty());

    /** Finds the compiled classes of a folder of the class path and below it. */
    @FunctionalInterface
    interface Classes {
        List<SourceFile> list(String path) throws IOException;
    }

    private final Class<?> descriptor;
    private final List<String> packages;
    private final Classes classes;
    private final Optional<SourceFile> sql;

    private ModelLocation(Class<?> descriptor, List<String> packages, Classes classes, Optional<SourceFile> sql) {
        this.descriptor = descriptor;
        this.packages = List.copyOf(packages);
        this.classes = classes;
        this.sql = sql;
    }

    /** Its model packages, and {@code db/model/SCHEMA.sql} beside its migrations. */
    static ModelLocation of(MigrationModule descriptor, JarListing jars) {
        String name = nameOfSql(descriptor);
        Class<?> type = descriptor.getClass();
        Optional<SourceFile> sql = Optional.ofNullable(type.getClassLoader().getResource(name))
                .map(url -> new SourceFile(name, name, () -> read(url)));
        return new ModelLocation(type, descriptor.modelPackages(), new ClassesOnClassPath(type, jars)::list, sql);
    }

    /** The same in one jar. */
    static ModelLocation of(MigrationModule descriptor, ModuleJar jar) {
        return new ModelLocation(
                descriptor.getClass(), descriptor.modelPackages(), jar::listClasses, jar.find(nameOfSql(descriptor)));
    }

    private static String nameOfSql(MigrationModule descriptor) {
        return "db/model/" + descriptor.schema() + ".sql";
    }

    /** A file of SQL alone, for a module in a folder, which has no classes. */
    static ModelLocation of(Path sql) {
        SourceFile file = new SourceFile(sql.getFileName().toString(), sql.toString(), () -> Files.readAllBytes(sql));
        return new ModelLocation(NO_DESCRIPTOR, List.of(), path -> List.of(), Optional.of(file));
    }

    private static byte[] read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    /** Whether the module says anything about its tables. */
    public boolean isDeclared() {
        return !packages.isEmpty() || sql.isPresent();
    }

    /** The SQL that is run after the tables of the models, if the module has any. */
    public Optional<SourceFile> findSql() {
        return sql;
    }

    /** Where the classes of the models are loaded from. */
    public ClassLoader loader() {
        return descriptor.getClassLoader();
    }

    /**
     * Every compiled class in the model packages and below them, by its full name; none is loaded.
     *
     * @throws IOException if a place on the class path cannot be read
     */
    public Map<String, SourceFile> listClasses() throws IOException {
        Map<String, SourceFile> found = new TreeMap<>();
        for (String name : packages) {
            for (SourceFile file : classes.list(name.replace('.', '/'))) {
                add(name, file, found);
            }
        }
        return found;
    }

    private static void add(String packageName, SourceFile file, Map<String, SourceFile> found) {
        if (file.isClass() && !file.fileName().endsWith("-info" + SourceFile.CLASS)) {
            String below = file.name().substring(0, file.name().length() - SourceFile.CLASS.length());
            found.putIfAbsent(packageName + "." + below.replace('/', '.'), file);
        }
    }
}
