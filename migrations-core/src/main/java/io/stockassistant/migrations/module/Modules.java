package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All modules of a run, checked: every dependency exists, there is no circle, no two share a history. */
public final class Modules {

    private final Map<String, Module> byName = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    private Modules(List<Module> ordered) {
        for (Module module : ordered) {
            byName.put(module.name(), module);
            Set<String> all = new LinkedHashSet<>();
            for (String name : new TreeSet<>(module.dependsOn())) {
                all.addAll(dependencies.getOrDefault(name, Set.of()));
                all.add(name);
            }
            dependencies.put(module.name(), all);
        }
    }

    /**
     * Finds, checks and orders the modules of a source.
     *
     * @throws ProblemException with every problem of the descriptors
     */
    public static Modules of(ModuleSource source) {
        List<Module> found = source.list();
        if (found.isEmpty()) {
            throw Problem.of(ProblemCode.NO_MODULES, "There is no module in " + source + ".", source.howToBegin())
                    .asException();
        }
        return of(found);
    }

    /** @throws ProblemException with every problem of the descriptors */
    public static Modules of(List<Module> modules) {
        ProblemException.throwIfAny(ModuleChecks.check(modules));
        return new Modules(order(modules));
    }

    /** Dependencies before dependents, by name where both could come first: the same order on every machine. */
    private static List<Module> order(List<Module> modules) {
        List<Module> waiting = new ArrayList<>(modules);
        waiting.sort(Comparator.comparing(Module::name));
        Map<String, Module> done = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            int next = 0;
            while (!done.keySet().containsAll(waiting.get(next).dependsOn())) {
                next++; // one is ready: there is no circle
            }
            Module ready = waiting.remove(next);
            done.put(ready.name(), ready);
        }
        return List.copyOf(done.values());
    }

    /** All modules, dependencies before dependents. */
    public List<Module> list() {
        return List.copyOf(byName.values());
    }

    /** The same modules with their files as they are in the folders where they are edited, wherever that is known. */
    public Modules inFolders() {
        return new Modules(list().stream().map(Module::inFolder).toList());
    }

    public Optional<Module> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws ProblemException {@code unknown-module}, with the names that there are */
    public Module get(String name) {
        return find(name)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.UNKNOWN_MODULE,
                                "There is no module '" + name + "'. The modules are: "
                                        + String.join(", ", byName.keySet()) + ".",
                                "migrations heads")
                        .asException());
    }

    /** The names of all modules that the named one builds on, directly or through others; without itself. */
    public Set<String> dependenciesOf(String name) {
        return dependencies.getOrDefault(name, Set.of());
    }
}
