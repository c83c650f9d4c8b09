package io.stockassistant.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;

/** The borders inside the code that do not depend on which modules there are. */
final class Rules {

    static final ArchRule SHARED_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("..shared..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.stockassistant..").and(not(resideInAPackage("..shared.."))))
            .as("shared depends on none of its users")
            .because("what everybody uses must not bring anybody along");

    static final ArchRule ONLY_FLYWAY_USES_FLYWAY = noClasses()
            .that()
            .resideOutsideOfPackage("..migrations.flyway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flywaydb..")
            .as("only migrations.flyway uses Flyway")
            .because(
                    "Flyway is a file format and a table to us; one package translates, and changes with its releases");

    static final ArchRule NOBODY_USES_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("..migrations.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..migrations.cli..")
            .as("nobody uses migrations.cli but itself")
            .because("reports are values, and the command line alone turns them into text");

    static final ArchRule PLAN_IS_PURE = purity("plan");
    static final ArchRule SCRIPT_IS_PURE = purity("script");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = ArchRuleDefinition.classes()
            .should(resideInANullMarkedPackage())
            .as("every package has a package-info with @NullMarked")
            .because("the compiler checks for null only where the package says so");

    private Rules() {}

    private static ArchRule purity(String name) {
        return noClasses()
                .that()
                .resideInAPackage("..migrations." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .as("migrations." + name + " never sees a database")
                .because("its results are values that a test can compare");
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                String message = "%s is in package %s, which has no @NullMarked (%s)"
                        .formatted(item.getName(), item.getPackageName(), item.getSourceCodeLocation());
                events.add(new SimpleConditionEvent(item, marked, message));
            }
        };
    }
}
