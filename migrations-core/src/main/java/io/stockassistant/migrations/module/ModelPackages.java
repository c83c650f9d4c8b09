package io.stockassistant.migrations.module;

import io.stockassistant.shared.migration.MigrationModule;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** The packages in which a module has its persistence models, as its own class loader sees them. */
public final class ModelPackages {

    /** Those of a module in a folder, which has no classes. */
    static final ModelPackages NONE = new ModelPackages(ModelPackages.class, List.of(), new JarListing());

    private final Class<?> descriptor;
    private final List<String> names;
    private final JarListing jars;

    private ModelPackages(Class<?> descriptor, List<String> names, JarListing jars) {
        this.descriptor = descriptor;
        this.names = List.copyOf(names);
        this.jars = jars;
    }

    static ModelPackages of(MigrationModule descriptor, JarListing jars) {
        return new ModelPackages(descriptor.getClass(), descriptor.modelPackages(), jars);
    }

    /** Where their classes are loaded from. */
    public ClassLoader loader() {
        return descriptor.getClassLoader();
    }

    /**
     * Every compiled class in them and below them, by its full name; none is loaded.
     *
     * @throws IOException if a place on the class path cannot be read
     */
    public Map<String, SourceFile> listClasses() throws IOException {
        Map<String, SourceFile> classes = new TreeMap<>();
        for (String name : names) {
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
