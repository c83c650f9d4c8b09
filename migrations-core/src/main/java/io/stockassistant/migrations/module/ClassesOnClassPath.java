package io.stockassistant.migrations.module;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The compiled classes of folders, wherever the loader of a module's descriptor finds them. */
record ClassesOnClassPath(Class<?> descriptor, JarListing jars) {

    List<SourceFile> list(String path) throws IOException {
        List<SourceFile> all =
                new ArrayList<>(new ClassPathFolder(descriptor.getClassLoader(), path).list(jars::listClasses));
        all.addAll(listBesideDescriptor(path));
        return all;
    }

    /** Some jars have no entries for folders, so that nobody finds those. */
    private List<SourceFile> listBesideDescriptor(String path) throws IOException {
        URL own = descriptor.getClassLoader().getResource(descriptor.getName().replace('.', '/') + SourceFile.CLASS);
        if (own == null || !(own.openConnection() instanceof JarURLConnection connection)) {
            return List.of();
        }
        JarFile jar = connection.getJarFile();
        return jar.getEntry(path + "/") == null ? jars.listClasses(jar, path) : List.of();
    }
}
