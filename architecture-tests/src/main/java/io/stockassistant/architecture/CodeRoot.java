package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

/** A jar, or a folder of class files with their resources. */
record CodeRoot(Path path) {

    /** Nothing for a class that comes from neither, such as one of the Java runtime. */
    static Optional<CodeRoot> findOf(JavaClass type) {
        return type.getSource().flatMap(source -> find(source.getUri(), type));
    }

    private static Optional<CodeRoot> find(URI uri, JavaClass type) {
        String text = uri.toString();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        if (text.startsWith("jar:file:")) {
            return Optional.of(new CodeRoot(Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))))));
        }
        return text.startsWith("file:") && text.endsWith(file)
                ? Optional.of(new CodeRoot(Path.of(URI.create(text.substring(0, text.length() - file.length() + 1)))))
                : Optional.empty();
    }

    /** Names from the root down, with slashes. */
    List<String> listFiles() {
        try {
            return Files.isDirectory(path) ? listInFolder() : listInJar();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> listInFolder() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> StreamSupport.stream(path.relativize(file).spliterator(), false)
                            .map(Path::toString)
                            .collect(Collectors.joining("/")))
                    .toList();
        }
    }

    private List<String> listInJar() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
