package io.stockassistant.architecture;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Another project: two modules and a test, each in a folder of sources, and on the class path as its build would have it. */
final class Shop {

    static final Path SOURCES = Path.of("src", "test", "projects", "shop");

    /** Where Maven puts the classes of the parts of {@link #SOURCES}: by this place a test is known as one. */
    private static final Map<String, String> CLASSES =
            Map.of("catalog", "target/classes", "orders", "target/classes", "tests", "target/test-classes");

    private final Path folder;
    private final List<Path> classPath = new ArrayList<>();

    private Shop(Path folder) {
        this.folder = folder;
    }

    static Shop in(Path folder) throws IOException {
        Shop shop = new Shop(folder);
        for (Path file : files(SOURCES)) {
            shop.write(SOURCES.relativize(file).toString(), Files.readString(file));
        }
        return shop;
    }

    /** @param file begins with the part that it belongs to */
    Shop write(String file, String text) throws IOException {
        Path name = Path.of(file);
        Path path = classes(name.getName(0).toString()).resolve(name.subpath(1, name.getNameCount()));
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    Shop compiled() throws IOException {
        for (String part : List.of("catalog", "orders", "tests")) {
            Path root = classes(part);
            List<String> words = new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", classPathText()));
            files(root).stream()
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .forEach(words::add);
            run("javac", words.toArray(String[]::new));
            classPath.add(root);
        }
        return this;
    }

    /** Has the modules in jars. */
    Shop packed() throws IOException {
        compiled();
        for (int i = 0; i < 2; i++) {
            Path root = classPath.get(i);
            Path jar = folder.resolve(folder.relativize(root).getName(0) + ".jar");
            run("jar", "--create", "--file", jar.toString(), "-C", root.toString(), ".");
            classPath.set(i, jar);
        }
        return this;
    }

    /** What its test makes of it. */
    TestExecutionSummary tested() throws IOException, ClassNotFoundException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls(), before)) {
            thread.setContextClassLoader(loader);
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            Class<?> test = loader.loadClass("com.example.shop.ArchitectureTest");
            LauncherFactory.create()
                    .execute(request().selectors(selectClass(test)).build(), summary);
            return summary.getSummary();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path classes(String part) {
        return folder.resolve(part).resolve(CLASSES.getOrDefault(part, ""));
    }

    private URL[] urls() throws IOException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        return urls;
    }

    private String classPathText() {
        List<String> all =
                new ArrayList<>(classPath.stream().map(Path::toString).toList());
        all.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return String.join(System.getProperty("path.separator"), all);
    }

    private static void run(String tool, String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (ToolProvider.findFirst(tool).orElseThrow().run(out, out, words) != 0) {
            throw new IllegalStateException(said.toString());
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
