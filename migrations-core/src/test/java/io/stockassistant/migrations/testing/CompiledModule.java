package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import javax.tools.ToolProvider;

/** A module of SQL files and compiled classes, on a class path of its own. */
public final class CompiledModule {

    private final Path root;
    private final String name;
    private final List<Path> sources = new ArrayList<>();
    private final List<Path> seen = new ArrayList<>();

    /** @param root becomes the class path; the module's schema has the module's name */
    public CompiledModule(Path root, String name) {
        this.root = root;
        this.name = name;
        file(
                "META-INF/services/io.stockassistant.shared.migration.MigrationModule",
                "module_" + name + ".Descriptor\n");
        source("module_" + name + "/Descriptor.java", """
                package module_%1$s;
                public final class Descriptor implements io.stockassistant.shared.migration.MigrationModule {
                    @Override public String name() { return "%1$s"; }
                    @Override public java.util.Map<String, String> placeholders() {
                        return java.util.Map.of("Greeting", "hello");
                    }
                }
                """.formatted(name));
    }

    /** What stands in a class of the module's package: no package line, the usual imports. */
    public CompiledModule java(String simpleName, String text) {
        return source(
                folder() + "/" + simpleName + ".java",
                ("package " + folder().replace('/', '.') + "; import java.sql.*; import java.util.*;"
                        + " import org.flywaydb.core.api.migration.*; import io.stockassistant.shared.migration.*;\n"
                        + text));
    }

    /** A migration that extends Flyway's class; the body has {@code context} and {@code connection}, from line 5 on. */
    public CompiledModule upgrade(String simpleName, String body) {
        return java(
                simpleName,
                "public class " + simpleName + " extends BaseJavaMigration {\n    @Override public void migrate(Context"
                        + " context) throws Exception {\n        Connection connection = context.getConnection();\n"
                        + body + "\n    }\n" + SQL);
    }

    /** A way back; the body has {@code connection}. */
    public CompiledModule undo(String simpleName, String body) {
        return java(
                simpleName,
                "public class " + simpleName + " implements JavaUndo {\n    @Override public void undo(Connection"
                        + " connection) throws Exception {\n" + body + "\n    }\n" + SQL);
    }

    /** A class in the package of the descriptor or, with a slash in the name, below it; Jakarta Persistence is imported. */
    public CompiledModule model(String simpleName, String text) {
        return source(
                "module_" + name + "/" + simpleName + ".java",
                "package " + packageOf(simpleName) + "; import jakarta.persistence.*;\n" + text);
    }

    private String packageOf(String path) {
        String whole = "module_" + name + "/" + path;
        return whole.substring(0, whole.lastIndexOf('/')).replace('/', '.');
    }

    /** What the module does once, at {@code init}; the text has the members of the class but its names. */
    public CompiledModule task(String simpleName, String text) {
        file(
                "META-INF/services/io.stockassistant.shared.migration.InitTask",
                "module_" + name + "." + simpleName + "\n");
        return source("module_" + name + "/" + simpleName + ".java", """
                package module_%1$s;
                import io.stockassistant.shared.config.*; import io.stockassistant.shared.migration.*;
                import java.sql.*; import java.util.*;
                public class %2$s implements InitTask {
                    @Override public String module() { return "%1$s"; }
                    @Override public String name() { return "first-customer"; }
                %3$s
                }
                """.formatted(name, simpleName, text));
    }

    private static final String SQL = """
                static void sql(Connection connection, String text) throws SQLException {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(text);
                    }
                }
            }
            """;

    public CompiledModule sql(String fileName, String text) {
        return file(folder() + "/" + fileName, text);
    }

    /** What the descriptor says, but for its name and placeholders. */
    public CompiledModule descriptor(String text) {
        return source("module_" + name + "/Descriptor.java", """
                package module_%1$s;
                import java.util.*;
                public final class Descriptor implements io.stockassistant.shared.migration.MigrationModule {
                    @Override public String name() { return "%1$s"; }
                %2$s
                }
                """.formatted(name, text));
    }

    /** Any other file of its class path. */
    public CompiledModule resource(String path, String text) {
        return file(path, text);
    }

    /** Lets its classes see those of another module. */
    public CompiledModule using(CompiledModule other) {
        seen.add(other.compile().root);
        return this;
    }

    /** Removes a class or an SQL file. */
    public CompiledModule delete(String fileName) {
        try {
            Files.delete(root.resolve(folder()).resolve(fileName));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String folder() {
        return "db/migration/" + name;
    }

    /** As Flyway writes it. */
    public String location() {
        return "classpath:" + folder();
    }

    private CompiledModule source(String path, String text) {
        sources.remove(root.resolve(path)); // a second text takes the place of the first
        sources.add(root.resolve(path));
        return file(path, text);
    }

    private CompiledModule file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What classes are compiled and run against. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The folder that becomes the class path. */
    public Path root() {
        return root;
    }

    /** Compiles what was written since the last time. */
    public CompiledModule compile() {
        StringBuilder path = new StringBuilder(classPath());
        seen.forEach(each -> path.append(File.pathSeparator).append(each));
        List<String> args =
                new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", path.toString(), "-d", root.toString()));
        sources.forEach(each -> args.add(each.toString()));
        if (!sources.isEmpty()
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, args.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the classes of " + name + " do not compile");
        }
        sources.clear();
        return this;
    }

    /** A loader that sees the module in a jar, and of all others only their classes. */
    public static ClassLoader loaderOf(Path jar) {
        try {
            return new Alone(jar.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loader that sees the module, and of all others only their classes. */
    public ClassLoader loader() {
        try {
            return new Alone(compile().root.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the module into a jar. */
    public Path jar(Path jar) {
        compile();
        String[] args = {"--create", "--file", jar.toString(), "-C", root.toString(), "."};
        if (java.util.spi.ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, args) != 0) {
            throw new IllegalStateException("cannot write " + jar);
        }
        return jar;
    }

    /** The same module out of a jar. */
    public Modules modulesInJar(Path jar) {
        jar(jar);
        try {
            return Modules.of(ModuleSource.classPath(new Alone(jar.toUri().toURL())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Modules modules() {
        return Modules.of(ModuleSource.classPath(loader()));
    }

    private static final class Alone extends URLClassLoader {

        Alone(URL root) {
            super(new URL[] {root}, CompiledModule.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/io.stockassistant")
                    ? findResources(name)
                    : super.getResources(name);
        }
    }
}
