package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.migration.MigrationModule;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The modules in jars that are on no class path, found by their descriptors in META-INF/services.
 *
 * <p>All jars have one class loader, whose parent is the program's: a class that both have is the program's, and the
 * modules may use each other's classes. A module's files are those in the jar of its descriptor. The jars are open from
 * {@link #list} to {@link #close}; their modules are of use for as long.
 */
public final class ModuleJars implements ModuleSource, AutoCloseable {

    private static final String DESCRIPTOR = "A module descriptor";

    private final List<Path> paths;
    private @Nullable JarsLoader loader;

    /** @param paths of which two may lead to the same file */
    public ModuleJars(List<Path> paths) {
        Map<Path, Path> byFile = new LinkedHashMap<>();
        paths.forEach(each -> byFile.putIfAbsent(fileOf(each), each));
        this.paths = List.copyOf(byFile.values());
    }

    private static Path fileOf(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath(); // what is wrong with it is said when it is opened
        }
    }

    /** Opens the jars; while they are open, their modules are given again. */
    @Override
    public List<Module> list() {
        JarsLoader jars = loader();
        List<Module> modules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ModuleJar jar : jars.jars()) {
            try {
                modules.addAll(list(jars, jar));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        ProblemException.throwIfAny(problems);
        return modules;
    }

    private static List<Module> list(JarsLoader jars, ModuleJar jar) {
        JarServices.check(jars, jar);
        List<Module> modules = new ArrayList<>();
        for (MigrationModule descriptor : ModuleServices.list(MigrationModule.class, DESCRIPTOR, jars, jar)) {
            modules.add(toModule(descriptor, jars, jar));
        }
        return modules;
    }

    private static Module toModule(MigrationModule descriptor, JarsLoader jars, ModuleJar jar) {
        try {
            return ModuleDescriptor.read(
                    descriptor, path -> new JarLocation(jar, jars, path), ModelLocation.of(descriptor, jar));
        } catch (RuntimeException | LinkageError e) {
            throw new ProblemException(
                    new UnusableService(DESCRIPTOR, MigrationModule.class, jar)
                            .because(
                                    e instanceof IllegalArgumentException
                                            ? String.valueOf(e.getMessage())
                                            : descriptor.getClass().getName() + " fails with " + e,
                                    "Mend that class."),
                    e);
        }
    }

    /**
     * Sees the classes of the jars.
     *
     * @throws ProblemException {@code invalid-jar} for each that cannot be opened
     */
    public ClassLoader classLoader() {
        return loader();
    }

    private JarsLoader loader() {
        JarsLoader known = loader;
        if (known == null) {
            known = new JarsLoader(open(), ModuleJars.class.getClassLoader());
            loader = known;
        }
        return known;
    }

    private List<ModuleJar> open() {
        List<ModuleJar> jars = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        JarListing listing = new JarListing();
        for (Path path : paths) {
            try {
                jars.add(ModuleJar.open(path, listing));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            jars.forEach(ModuleJars::close);
        }
        ProblemException.throwIfAny(problems);
        return jars;
    }

    @Override
    public void close() {
        JarsLoader open = loader;
        loader = null;
        if (open != null) {
            open.jars().forEach(ModuleJars::close);
            close(open);
        }
    }

    private static void close(Closeable each) {
        try {
            each.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", paths.stream().map(Path::toString).toList());
    }
}
