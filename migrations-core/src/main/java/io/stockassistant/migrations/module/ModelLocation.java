package io.stockassistant.migrations.module;

import io.stockassistant.shared.migration.MigrationModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** Where a module says what its tables are: packages of persistence models, and SQL for what annotations cannot say. */
public final class ModelLocation {

    private static final Class<?> NO_DESCRIPTOR = ModelLocation.class;

    /** That of a module which says nothing. */
    static final ModelLocation NONE = new ModelLocation(NO_DESCRIPTOR, List.of(), new JarListing(), Optional.empty());

    private final Class<?> descriptor;
    private final List<String> packages;
    private final JarListing jars;
    private final Optional<SourceFile> sql;

    private ModelLocation(Class<?> descriptor, List<String> packages, JarListing jars, Optional<SourceFile> sql) {
        this.descriptor = descriptor;
        this.packages = List.copyOf(packages);
        this.jars = jars;
        this.sql = sql;
    }

    /** Its model packages, and {@code db/model/SCHEMA.sql} beside its migrations. */
    static ModelLocation of(MigrationModule descriptor, JarListing jars) {
        String name = "db/model/" + descriptor.schema() + ".sql";
        Optional<SourceFile> sql = Optional.ofNullable(
                        descriptor.getClass().getClassLoader().getResource(name))
                .map(url -> new SourceFile(name, name, () -> read(url)));
        return new ModelLocation(descriptor.getClass(), descriptor.modelPackages(), jars, sql);
    }

    /** A file of SQL alone, for a module in a folder, which has no classes. */
    static ModelLocation of(Path sql) {
        SourceFile file = new SourceFile(sql.getFileName().toString(), sql.toString(), () -> Files.readAllBytes(sql));
        return new ModelLocation(NO_DESCRIPTOR, List.of(), new JarListing(), Optional.of(file));
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
        Map<String, SourceFile> classes = new TreeMap<>();
        for (String name : packages) {
            String path = name.replace('.', '/');
            for (SourceFile file : new ClassPathFolder(loader(), path).list(jars::listClasses)) {
                add(name, file, classes);
            }
            for (SourceFile file : listBesideDescriptor(path)) {
                add(name, file, classes);
            }
        }
        return classes;
    }

    /** Some jars have no entries for folders, so that nobody finds those. */
    private List<SourceFile> listBesideDescriptor(String path) throws IOException {
        URL own = loader().getResource(descriptor.getName().replace('.', '/') + SourceFile.CLASS);
        if (own == null || !(own.openConnection() instanceof JarURLConnection connection)) {
            return List.of();
        }
        JarFile jar = connection.getJarFile();
        return jar.getEntry(path + "/") == null ? jars.listClasses(jar, path) : List.of();
    }

    private static void add(String packageName, SourceFile file, Map<String, SourceFile> classes) {
        if (file.isClass() && !file.fileName().endsWith("-info" + SourceFile.CLASS)) {
            String below = file.name().substring(0, file.name().length() - SourceFile.CLASS.length());
            classes.putIfAbsent(packageName + "." + below.replace('/', '.'), file);
        }
    }
}
