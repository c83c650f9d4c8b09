package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.migration.MigrationModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Which descriptors a jar names. ServiceLoader says nothing of a jar that names none, nor of one whose descriptor is
 * somebody else's class: nobody would run its migrations, and nobody would say so.
 */
final class JarServices {

    private static final String ENTRY = "META-INF/services/" + MigrationModule.class.getName();

    private JarServices() {}

    /** @throws io.stockassistant.migrations.problem.ProblemException if it names none, or a class of another place */
    static void check(JarsLoader jars, ModuleJar jar) {
        List<String> names = list(jar);
        if (names.isEmpty()) {
            throw Problem.of(
                            ProblemCode.NO_MODULES,
                            "There is no module in " + jar + ": "
                                    + (jar.has(ENTRY) ? ENTRY + " in it names none." : "it has no " + ENTRY + "."),
                            howToBegin(jar))
                    .asException();
        }
        for (String name : names) {
            findOther(jars, jar, name.replace('.', '/') + SourceFile.CLASS).ifPresent(other -> {
                throw Problem.of(
                                ProblemCode.DUPLICATE_MODULE,
                                "The module " + name + " in " + jar + " is also in " + other + ".",
                                "Leave " + jar + " away, or build it without what is in " + other + ".")
                        .asException();
            });
        }
    }

    private static List<String> list(ModuleJar jar) {
        Optional<SourceFile> file = jar.find(ENTRY);
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return new String(file.get().content().read(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UnusableService("", MigrationModule.class, jar).problem(e).asException();
        }
    }

    /** Classes are looked for in the program first, then in the jars in their order. */
    private static Optional<String> findOther(JarsLoader jars, ModuleJar jar, String entry) {
        if (jars.getParent().getResource(entry) != null) {
            return Optional.of("the program itself");
        }
        return jars.jars().stream()
                .takeWhile(each -> !each.equals(jar))
                .filter(each -> each.has(entry))
                .map(ModuleJar::toString)
                .findFirst();
    }

    private static String howToBegin(ModuleJar jar) {
        return jar.has("BOOT-INF/lib/")
                ? "Its libraries are jars in a jar, which are not looked into: name the module's own jar."
                : "Name the jar with the module's classes and migrations, not one of sources or of a library; what a"
                        + " module needs besides belongs into its jar, or into the Class-Path of its manifest.";
    }
}
