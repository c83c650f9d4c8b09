package io.stockassistant.migrations.module;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The files of jars by folder. A jar has thousands of entries, and is gone through once for all modules in it. */
final class JarListing {

    private final Map<String, Map<String, List<SourceFile>>> byJar = new HashMap<>();

    /**
     * The files of a folder of a jar, without folders below it.
     *
     * @param folder without leading or trailing slash
     */
    synchronized List<SourceFile> list(JarFile jar, String folder) {
        return byJar.computeIfAbsent(jar.getName(), name -> read(jar)).getOrDefault(folder, List.of());
    }

    private static Map<String, List<SourceFile>> read(JarFile jar) {
        Map<String, List<SourceFile>> byFolder = new HashMap<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String path = entries.nextElement().getName();
            int slash = path.lastIndexOf('/');
            if (slash > 0 && slash < path.length() - 1 && isOfMigration(path, slash + 1)) {
                byFolder.computeIfAbsent(path.substring(0, slash), folder -> new ArrayList<>())
                        .add(new SourceFile(path.substring(slash + 1), path, () -> {
                            try (InputStream in = jar.getInputStream(jar.getEntry(path))) {
                                return in.readAllBytes();
                            }
                        }));
            }
        }
        return byFolder;
    }

    /** Classes are what a jar is full of; few have the name of a migration. */
    private static boolean isOfMigration(String path, int start) {
        return !path.endsWith(SourceFile.CLASS)
                || ("VUBR".indexOf(path.charAt(start)) >= 0 && ClassName.isMigration(path.substring(start)));
    }
}
