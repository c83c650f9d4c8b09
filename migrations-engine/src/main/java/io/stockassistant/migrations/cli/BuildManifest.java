package io.stockassistant.migrations.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** What the build wrote into the manifest of the jar. */
record BuildManifest(Attributes attributes) {

    /** Of the jar that this class is from; empty where classes are in a folder, as in an editor. */
    static Optional<BuildManifest> findOfThisProgram() {
        CodeSource source = BuildManifest.class.getProtectionDomain().getCodeSource();
        try {
            Path file =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            return Files.isRegularFile(file) ? Optional.of(of(file)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuildManifest of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return new BuildManifest(manifest == null ? new Attributes() : manifest.getMainAttributes());
        }
    }

    /**
     * The short id of the commit that it was built from, and whether there was more than that commit. Sources without
     * their history do not tell.
     */
    String commit() {
        String commit = find("Implementation-Commit").orElse("unknown");
        boolean changed = find("Implementation-Dirty").filter("true"::equals).isPresent();
        return "commit " + commit + (changed ? " and changes" : "");
    }

    /** Which PostgreSQL the jar brings, for which machines; empty if the build does not say. */
    Optional<String> findServer() {
        return find("Embedded-Server");
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(attributes.getValue(name));
    }
}
