package io.stockassistant.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The borders between modules, computed from their descriptors: who may use whose classes is who may refer to whose
 * tables. A module is the package of its descriptor, with everything below it.
 */
final class ModuleBoundaries {

    private static final String OURS = Codebase.ROOT + "..";
    private static final String SHARED = Codebase.ROOT + ".shared..";

    private final Map<String, MigrationModule> byName;

    ModuleBoundaries(Collection<MigrationModule> modules) {
        byName = modules.stream()
                .collect(Collectors.toMap(
                        MigrationModule::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** A module uses, of our own code, what is shared, itself, and the modules that it declares. */
    ArchRule ofModule(MigrationModule module) {
        Set<String> declared = reachableFrom(module);
        String[] allowed = Stream.concat(
                        Stream.of(SHARED, territory(module)), declared.stream().map(name -> territory(get(name))))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(territory(module))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(OURS).or(resideInAnyPackage(allowed)))
                .as("module %s depends only on shared, itself and %s".formatted(module.name(), declared))
                .because("what a module needs of another is declared in its dependsOn(), which orders migrations too");
    }

    /** The engine finds modules through their descriptors, and knows none by its classes. */
    ArchRule ofEngine() {
        return noClasses()
                .that()
                .resideInAPackage("..migrations..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(byName.values().stream()
                        .map(ModuleBoundaries::territory)
                        .toArray(String[]::new)))
                .as("the engine depends on no module")
                .because("it serves any project's modules, and finds them by ServiceLoader or in a folder");
    }

    private Set<String> reachableFrom(MigrationModule module) {
        Set<String> found = new TreeSet<>();
        Deque<MigrationModule> next = new ArrayDeque<>(Set.of(module));
        while (!next.isEmpty()) {
            for (String name : next.remove().dependsOn()) {
                if (found.add(name)) {
                    next.add(get(name));
                }
            }
        }
        return found;
    }

    private MigrationModule get(String name) {
        MigrationModule module = byName.get(name);
        if (module == null) {
            throw new IllegalStateException("There is no module " + name + "; there are " + byName.keySet());
        }
        return module;
    }

    private static String territory(MigrationModule module) {
        return module.getClass().getPackageName() + "..";
    }
}
