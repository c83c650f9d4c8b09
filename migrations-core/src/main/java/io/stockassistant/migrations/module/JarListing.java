package io.stockassistant.migrations.module;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The files of jars. A jar has thousands of entries, and is gone through once for all modules in it. */
final class JarListing {

    private final Map<String, NavigableSet<String>> byJar = new HashMap<>();
    private final Map<String, List<String>> classesByJar = new HashMap<>();

    /**
     * The files of a folder of a jar, and of the folders below it.
     *
     * @param folder without leading or trailing slash
     */
    synchronized List<SourceFile> list(JarFile jar, String folder) {
        String begin = folder + "/";
        return byJar.computeIfAbsent(jar.getName(), name -> read(jar)).tailSet(begin, false).stream()
                .takeWhile(path -> path.startsWith(begin))
                .map(path -> file(jar, path, path.substring(begin.length())))
                .toList();
    }

    /**
     * The compiled classes of a folder of a jar, and of the folders below it, in no particular order.
     *
     * @param folder without leading or trailing slash
     */
    synchronized List<SourceFile> listClasses(JarFile jar, String folder) {
        String begin = folder + "/";
        return classesByJar.computeIfAbsent(jar.getName(), name -> readClasses(jar)).stream()
                .filter(path -> path.startsWith(begin))
                .map(path -> file(jar, path, path.substring(begin.length())))
                .toList();
    }

    private static List<String> readClasses(JarFile jar) {
        List<String> paths = new ArrayList<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String path = entries.nextElement().getName();
            if (path.endsWith(SourceFile.CLASS)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** One of the files. */
    static SourceFile file(JarFile jar, String path, String name) {
        return new SourceFile(name, path, () -> {
            try (InputStream in = jar.getInputStream(jar.getEntry(path))) {
                return in.readAllBytes();
            }
        });
    }

    private static NavigableSet<String> read(JarFile jar) {
        NavigableSet<String> paths = new TreeSet<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String path = entries.nextElement().getName();
            if (!path.endsWith("/") && isOfMigration(path, path.lastIndexOf('/') + 1)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** Classes are what a jar is full of; few have the name of a migration. */
    private static boolean isOfMigration(String path, int start) {
        return !path.endsWith(SourceFile.CLASS)
                || ("VUBDR".indexOf(path.charAt(start)) >= 0 && ClassName.isMigration(path.substring(start)));
    }
}
