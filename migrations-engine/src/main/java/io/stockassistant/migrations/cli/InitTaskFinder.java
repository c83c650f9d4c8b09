package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.ClassPackage;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleServices;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.migration.InitTask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks that modules of the class path and of jars bring. A module in a folder brings files, and no classes. */
final class InitTaskFinder {

    private static final String TASK = "A task of init";

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
        // Each for its own alone: a loader sees the tasks of its parents, too, which are asked for theirs.
        loaders.forEach(loader -> found.addAll(ModuleServices.list(InitTask.class, TASK, loader)));
        for (InitTask task : found) {
            if (modules.find(task.module()).isEmpty()) {
                throw Problem.of(
                                ProblemCode.INVALID_MODULE,
                                TASK + " cannot be used: " + task.getClass().getName() + " is for a module '"
                                        + task.module() + "' that is not there.",
                                "Name a module in module() of that class: migrations heads")
                        .asException();
            }
        }
        return modules.list().stream()
                .map(Module::name)
                .flatMap(name -> found.stream().filter(task -> task.module().equals(name)))
                .toList();
    }
}
