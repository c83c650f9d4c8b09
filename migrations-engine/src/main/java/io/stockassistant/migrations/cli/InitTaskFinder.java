package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.ClassPackage;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.migration.InitTask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks that modules of the class path bring. A module in a folder brings files, and no classes. */
final class InitTaskFinder {

    private InitTaskFinder() {}

    /**
     * In the order of their modules.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-module} if one cannot be used
     */
    static List<InitTask> list(Modules modules) {
        Set<ClassLoader> loaders = modules.list().stream()
                .flatMap(module -> module.location().findClasses().stream())
                .map(ClassPackage::loader)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<InitTask> found = new ArrayList<>();
        loaders.forEach(loader -> found.addAll(load(loader)));
        for (InitTask task : found) {
            if (modules.find(task.module()).isEmpty()) {
                throw unusable(
                        task.getClass().getName() + " is for a module '" + task.module() + "' that is not there.");
            }
        }
        return modules.list().stream()
                .map(Module::name)
                .flatMap(name -> found.stream().filter(task -> task.module().equals(name)))
                .toList();
    }

    /** Of this loader alone: it sees the tasks of its parents, too, which are asked for theirs. */
    private static List<InitTask> load(ClassLoader loader) {
        try {
            return ServiceLoader.load(InitTask.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException unusable(String why) {
        return Problem.of(
                        ProblemCode.INVALID_MODULE,
                        "A task of init cannot be used: " + why,
                        "Check META-INF/services/" + InitTask.class.getName()
                                + " of that module: it names one public class a line, with a public constructor without"
                                + " parameters.")
                .asException();
    }
}
