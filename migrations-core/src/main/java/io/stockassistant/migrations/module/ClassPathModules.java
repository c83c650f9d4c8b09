package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The modules whose descriptors are named in META-INF/services. */
final class ClassPathModules implements ModuleSource {

    private final ClassLoader loader;

    ClassPathModules(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public List<Module> list() {
        List<Module> modules = new ArrayList<>();
        JarListing jars = new JarListing();
        try {
            for (MigrationModule descriptor : ServiceLoader.load(MigrationModule.class, loader)) {
                modules.add(toModule(descriptor, jars));
            }
        } catch (ServiceConfigurationError | IllegalArgumentException e) {
            throw Problem.of(
                            ProblemCode.INVALID_MODULE,
                            "A module descriptor cannot be used: " + e.getMessage(),
                            "Check META-INF/services/" + MigrationModule.class.getName()
                                    + " of that module: it names one public class with a public constructor"
                                    + " without parameters.")
                    .asException();
        }
        return modules;
    }

    static Module toModule(MigrationModule descriptor, JarListing jars) {
        return ModuleDescriptor.read(
                descriptor,
                path -> new ClassPathLocation(descriptor.getClass().getClassLoader(), path, jars),
                ModelLocation.of(descriptor, jars));
    }

    @Override
    public String toString() {
        return "the class path";
    }
}
