package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The borders between modules: who may use whose classes is who may refer to whose tables. */
final class BoundaryRules {

    static final Rule DECLARED = Rule.ofClasses(
            "modules-along-depends-on",
            "of a project's own code, a module knows what is shared, itself, and what it declares in dependsOn()",
            "the same declaration orders migrations, and a module that needs no other can leave with its tables",
            code -> Dependencies.areOnly((user, type) -> code.findTerritory(user)
                    .map(from -> isDeclared(code, from, type))
                    .orElse(true)));

    static final Rule PUBLIC = Rule.ofClasses(
            "modules-through-public-types",
            "a module knows of another its public types, and none of its persistence or technology",
            "what a module does not offer, it may change at any time",
            code -> Dependencies.areOnly((user, type) -> !isBorderCrossed(code, user, type) || isOffered(code, type)));

    static final Rule APART = new Rule(
            "modules-have-packages-of-their-own",
            "no module's descriptor is in the packages of another module",
            "a class belongs to one module, by its package",
            BoundaryRules::listNested);

    static final List<Rule> ALL = List.of(DECLARED, PUBLIC, APART);

    private BoundaryRules() {}

    private static boolean isDeclared(Codebase code, Territory from, JavaClass type) {
        if (!code.isOurs(type) || code.conventions().isShared(type)) {
            return true;
        }
        Set<String> known = namesReachableFrom(code, from);
        return code.findTerritory(type)
                .map(Territory::name)
                .filter(known::contains)
                .isPresent();
    }

    private static Set<String> namesReachableFrom(Codebase code, Territory from) {
        Set<String> found = new HashSet<>(Set.of(from.name()));
        Deque<MigrationModule> next = new ArrayDeque<>(Set.of(from.module()));
        while (!next.isEmpty()) {
            Set<String> names = next.remove().dependsOn();
            code.territories().stream()
                    .filter(each -> names.contains(each.name()) && found.add(each.name()))
                    .forEach(each -> next.add(each.module()));
        }
        return found;
    }

    private static boolean isBorderCrossed(Codebase code, JavaClass user, JavaClass type) {
        Optional<Territory> from = code.findTerritory(user);
        Optional<Territory> to = code.findTerritory(type);
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    private static boolean isOffered(Codebase code, JavaClass type) {
        return isPublic(type) && !code.isIn(Layer.PERSISTENCE, type) && !code.isIn(Layer.TECHNOLOGY, type);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(BoundaryRules::isPublic).orElse(true);
    }

    private static List<String> listNested(Codebase code) {
        return code.territories().stream()
                .flatMap(inner -> code.territories().stream()
                        .filter(outer -> !outer.equals(inner) && outer.has(inner.root()))
                        .map(outer -> "%s is in the packages of module %s, %s"
                                .formatted(inner.module().getClass().getName(), outer.name(), outer.root())))
                .toList();
    }
}
