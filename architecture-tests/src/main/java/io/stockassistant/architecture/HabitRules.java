package io.stockassistant.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What all code keeps to, wherever it is. */
final class HabitRules {

    static final Rule CYCLES = Rule.ofClasses(
            "packages-form-no-cycle",
            "no package depends on itself through others",
            "packages in a circle are one package, and can be understood, tested and moved together only",
            code -> slices().matching(code.root() + ".(**)").should().beFreeOfCycles());

    static final Rule INJECTION = Rule.ofClasses(
            "nothing-is-injected-into-fields",
            "no field is filled by a framework",
            "a constructor says what a class needs, to tests and to the compiler too",
            code -> fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .andShould()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .andShould()
                    .notBeAnnotatedWith("jakarta.inject.Inject")
                    .andShould()
                    .notBeAnnotatedWith("javax.inject.Inject")
                    .andShould()
                    .notBeAnnotatedWith("jakarta.annotation.Resource")
                    .andShould()
                    .notBeAnnotatedWith("javax.annotation.Resource")
                    .andShould()
                    .notBeAnnotatedWith("jakarta.persistence.PersistenceContext"));

    static final Rule DATES = Rule.ofClasses(
            "time-is-java-time",
            "nobody uses java.util.Date, Calendar, or the dates of java.sql",
            "they change under their users and take the zone of the machine; java.time does neither",
            code -> noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.util\\.(Date|.*Calendar)|java\\.sql\\.(Date|Time|Timestamp)"
                            + "|java\\.text\\.(Simple)?DateFormat"));

    static final Rule PRINTING = Rule.ofClasses(
            "only-the-command-line-prints",
            "System.out and System.err are used in packages called cli alone",
            "a report is a value, which a test can read",
            code -> noClasses()
                    .that()
                    .resideOutsideOfPackage("..cli..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethodWhere(DescribedPredicate.describe(
                            "print a stack trace",
                            call -> call.getName().equals("printStackTrace")
                                    && call.getTarget().getRawParameterTypes().isEmpty())));

    static final Rule SPRING = Rule.ofClasses(
            "spring-where-it-is-allowed",
            "Spring is used beside a descriptor, in use cases, in persistence, and where a project allows it",
            "what does not know its framework outlives it",
            code -> Dependencies.areOnly((user, type) ->
                    !type.getPackageName().startsWith("org.springframework.") || mayUseSpring(code, user, type)));

    static final Rule NULL_MARKED = new Rule(
            "packages-are-null-marked",
            "every package has a package-info with @NullMarked",
            "the compiler checks for null only where the package says so",
            code -> code.classes().stream()
                    .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                    .map(type -> "%s is in package %s, which has no @NullMarked"
                            .formatted(type.getName(), type.getPackageName()))
                    .toList());

    static final List<Rule> ALL = List.of(CYCLES, INJECTION, DATES, PRINTING, SPRING, NULL_MARKED);

    private HabitRules() {}

    private static boolean mayUseSpring(Codebase code, JavaClass user, JavaClass type) {
        return code.findLayer(user)
                .map(layer -> switch (layer) {
                    case ROOT, APPLICATION, PERSISTENCE -> true;
                    case TECHNOLOGY -> code.conventions().isLibraryOf(user, type);
                    case DOMAIN -> false;
                })
                .orElseGet(() -> code.conventions().mayUseSpring(user));
    }
}
