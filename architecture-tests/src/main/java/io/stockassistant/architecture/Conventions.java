package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a project allows itself.
 *
 * @param leaves names of packages that are for one technology, with the packages of its libraries
 * @param domain packages that everybody may use
 * @param shared packages of the project that every module may use
 * @param spring packages outside of modules that may use Spring
 */
record Conventions(Map<String, List<String>> leaves, List<String> domain, List<String> shared, List<String> spring) {

    static Conventions standard(String shared) {
        return new Conventions(Map.of(), List.of("org.jspecify.."), List.of(shared), List.of());
    }

    Conventions withTechnology(String leaf, List<String> libraries) {
        Map<String, List<String>> more = new HashMap<>(leaves);
        more.put(leaf, libraries);
        return new Conventions(Map.copyOf(more), domain, shared, spring);
    }

    Conventions withDomainLibraries(List<String> packages) {
        return new Conventions(leaves, both(domain, packages), shared, spring);
    }

    Conventions withShared(List<String> packages) {
        return new Conventions(leaves, domain, both(shared, packages), spring);
    }

    Conventions withSpringIn(List<String> packages) {
        return new Conventions(leaves, domain, shared, both(spring, packages));
    }

    Set<String> technologies() {
        return leaves.keySet();
    }

    /** Whether the domain may use this class of somebody else. */
    boolean isPlain(JavaClass type) {
        boolean isSql = isIn(List.of("java.sql.."), type);
        return type.isPrimitive() || isIn(domain, type) || (isIn(List.of("java.."), type) && !isSql);
    }

    boolean isShared(JavaClass type) {
        return isIn(shared, type);
    }

    boolean mayUseSpring(JavaClass type) {
        return isIn(spring, type);
    }

    /** Whether a class belongs to the libraries of the technology in whose package the user is. */
    boolean isLibraryOf(JavaClass user, JavaClass type) {
        return Stream.of(user.getPackageName().split("\\.", -1))
                .anyMatch(segment -> isIn(leaves.getOrDefault(segment, List.of()), type));
    }

    private static boolean isIn(List<String> packages, JavaClass type) {
        return PackageMatchers.of(packages).test(type.getPackageName());
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
