package io.stockassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** What holds for shared, core and engine of this project alone. */
final class MigrationsRules {

    static final Rule SHARED = Rule.ofClasses(
            "shared-knows-nobody",
            "shared knows none of its users",
            "what everybody uses must not bring anybody along",
            code -> Dependencies.areOnly((user, type) ->
                    !isBelow(code, "shared", user) || !code.isOurs(type) || isBelow(code, "shared", type)));

    static final Rule NO_MODULE = Rule.ofClasses(
            "migrations-know-no-module",
            "core and engine know modules by their descriptors, and none by its classes",
            "they serve any project's modules, and find them by ServiceLoader or in a folder",
            code -> Dependencies.areOnly((user, type) -> !isBelow(code, "migrations", user)
                    || code.findTerritory(type).isEmpty()));

    static final Rule MAP = Rule.ofClasses(
            "rooms-keep-to-the-map",
            "a package of migrations knows those that ARCHITECTURE.md gives it",
            "whoever opens one room wants to see what it can reach; a new arrow is a decision, and goes into the map",
            code -> Dependencies.areOnly((user, type) -> !isBelow(code, "migrations", user)
                    || !code.isOurs(type)
                    || code.findTerritory(type).isPresent()
                    || isOnTheMap(code, user, type)));

    static final Rule COMMAND_LINE = Rule.ofClasses(
            "nobody-knows-the-command-line",
            "nobody knows migrations.cli but itself",
            "reports are values, and the command line alone turns them into text",
            code -> noClasses()
                    .that()
                    .resideOutsideOfPackage(code.root() + ".migrations.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(code.root() + ".migrations.cli.."));

    static final Rule FLYWAY = Rule.ofClasses(
            "only-one-room-uses-flyway",
            "only migrations.flyway uses Flyway",
            "Flyway is a file format and a table to us; one package translates, and changes with its releases",
            code -> noClasses()
                    .that()
                    .resideOutsideOfPackage(code.root() + ".migrations.flyway..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.flywaydb.."));

    static final Rule VALUES = Rule.ofClasses(
            "plans-and-scripts-see-no-database",
            "problem, module, script and plan never see a connection",
            "their results are values that a test can compare",
            code -> noClasses()
                    .that()
                    .resideInAnyPackage(List.of("problem", "module", "script", "plan").stream()
                            .map(room -> code.root() + ".migrations." + room + "..")
                            .toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."));

    static final List<Rule> ALL = List.of(SHARED, NO_MODULE, MAP, COMMAND_LINE, FLYWAY, VALUES);

    private MigrationsRules() {}

    private static boolean isBelow(Codebase code, String name, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(code.root() + "." + name + ".");
    }

    private static boolean isOnTheMap(Codebase code, JavaClass user, JavaClass type) {
        Set<String> known = RoomsMap.all().get(room(code, user));
        return known != null && (room(code, user).equals(room(code, type)) || known.contains(room(code, type)));
    }

    private static String room(Codebase code, JavaClass type) {
        return type.getPackageName().substring(code.root().length() + 1).replaceFirst("^migrations\\.", "");
    }
}
