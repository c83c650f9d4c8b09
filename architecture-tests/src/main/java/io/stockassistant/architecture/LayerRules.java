package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** What the packages of one module may know of each other. */
final class LayerRules {

    static final Rule DOMAIN = Rule.ofClasses(
            "domain-knows-nothing",
            "the domain knows Java and itself",
            "it is what remains when technology changes; a port there, implemented elsewhere, reaches the rest",
            code -> Dependencies.areOnly((user, type) -> !code.isIn(Layer.DOMAIN, user)
                    || code.conventions().isPlain(type)
                    || code.isIn(Layer.DOMAIN, type)));

    static final Rule APPLICATION = Rule.ofClasses(
            "application-knows-the-domain",
            "a use case knows the domain, its own package, use cases of other modules, and @Transactional",
            "it says what happens in which order, and ports of the domain do it",
            code -> Dependencies.areOnly((user, type) -> !code.isIn(Layer.APPLICATION, user)
                    || code.conventions().isPlain(type)
                    || type.getPackageName().equals("org.springframework.transaction.annotation")
                    || code.isIn(Layer.DOMAIN, type)
                    || isUseCaseInReach(code, user, type)));

    static final Rule PERSISTENCE = Rule.ofClasses(
            "persistence-is-known-by-nobody",
            "only its module's @Configuration knows a persistence package, and there only the @Configuration",
            "others ask a port of the domain, so that tables can change without them",
            code -> Dependencies.areOnly((user, type) -> !code.isIn(Layer.PERSISTENCE, type)
                    || isBeside(user, type)
                    || isConfigurationOf(code, user, type)));

    static final Rule PERSISTENCE_AND_USE_CASES = Rule.ofClasses(
            "persistence-knows-no-use-case",
            "persistence knows no use case",
            "it implements ports of the domain, and whoever calls them is none of its business",
            code -> Dependencies.areOnly(
                    (user, type) -> !code.isIn(Layer.PERSISTENCE, user) || !code.isIn(Layer.APPLICATION, type)));

    static final Rule ONE_DOOR = new Rule(
            "persistence-has-one-door",
            "a persistence package has one public type, its @Configuration",
            "what is public gets used, and models, mappers and repositories are for nobody else",
            LayerRules::listOtherDoors);

    static final Rule TECHNOLOGY = Rule.ofClasses(
            "technology-is-a-leaf",
            "the package of a technology knows its libraries and the domain, and is known by persistence and"
                    + " configuration",
            "it can be exchanged then without a change of the domain or of a use case",
            code -> Dependencies.areOnly((user, type) -> isBeside(user, type)
                    || (isAllowedInTechnology(code, user, type) && mayKnowTechnology(code, user, type))));

    static final List<Rule> ALL =
            List.of(DOMAIN, APPLICATION, PERSISTENCE, PERSISTENCE_AND_USE_CASES, ONE_DOOR, TECHNOLOGY);

    private LayerRules() {}

    private static boolean isUseCaseInReach(Codebase code, JavaClass user, JavaClass type) {
        boolean isOfAnother = !code.findTerritory(user).equals(code.findTerritory(type));
        return code.isIn(Layer.APPLICATION, type) && (isOfAnother || isBeside(user, type));
    }

    private static boolean isAllowedInTechnology(Codebase code, JavaClass user, JavaClass type) {
        return !code.isIn(Layer.TECHNOLOGY, user)
                || code.conventions().isPlain(type)
                || code.conventions().isLibraryOf(user, type)
                || code.isIn(Layer.DOMAIN, type);
    }

    private static boolean mayKnowTechnology(Codebase code, JavaClass user, JavaClass type) {
        boolean isNear = code.isIn(Layer.PERSISTENCE, user) || code.isIn(Layer.ROOT, user);
        return !code.isIn(Layer.TECHNOLOGY, type)
                || (isNear && code.findTerritory(user).equals(code.findTerritory(type)));
    }

    private static boolean isBeside(JavaClass user, JavaClass type) {
        return user.getPackageName().equals(type.getPackageName());
    }

    private static boolean isConfigurationOf(Codebase code, JavaClass user, JavaClass type) {
        return isConfiguration(user)
                && isConfiguration(type)
                && code.isIn(Layer.ROOT, user)
                && code.findTerritory(user).equals(code.findTerritory(type));
    }

    private static List<String> listOtherDoors(Codebase code) {
        return code.classes().stream()
                .filter(type -> code.isIn(Layer.PERSISTENCE, type))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !isConfiguration(type))
                .map(type -> type.getName() + " is public, and no @Configuration")
                .toList();
    }

    private static boolean isConfiguration(JavaClass type) {
        return type.isAnnotatedWith("org.springframework.context.annotation.Configuration");
    }
}
