package io.stockassistant.migrations.module;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A folder on a class path, which may lie in several jars and folders at once.
 *
 * @param path without leading or trailing slash
 */
record ClassPathFolder(ClassLoader loader, String path) {

    /** What is to be listed of a jar. */
    @FunctionalInterface
    interface InJar {
        List<SourceFile> list(JarFile jar, String folder);
    }

    /** Whether it is anywhere. A jar says so only if it has an entry for the folder itself. */
    boolean exists() {
        return loader.getResource(path) != null;
    }

    /** Every file in it and below it, in the order of the class path. */
    List<SourceFile> list(InJar inJar) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (URL root : Collections.list(loader.getResources(path))) {
            if (root.openConnection() instanceof JarURLConnection jar) {
                files.addAll(inJar.list(jar.getJarFile(), path));
            } else {
                files.addAll(new FolderLocation(folderOf(root)).list());
            }
        }
        return files;
    }

    private static Path folderOf(URL root) throws IOException {
        try {
            return Path.of(root.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("cannot read " + root, e);
        }
    }
}
