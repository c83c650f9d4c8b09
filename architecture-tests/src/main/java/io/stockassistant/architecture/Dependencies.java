package io.stockassistant.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.BiPredicate;

/** Looks at every dependency with both ends in view. */
final class Dependencies extends ArchCondition<JavaClass> {

    private final BiPredicate<JavaClass, JavaClass> allowed;

    private Dependencies(BiPredicate<JavaClass, JavaClass> allowed) {
        super("depend on what is allowed");
        this.allowed = allowed;
    }

    /** @param allowed gets a class, and another that it depends on */
    static ArchRule areOnly(BiPredicate<JavaClass, JavaClass> allowed) {
        return ArchRuleDefinition.classes().should(new Dependencies(allowed));
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        user.getDirectDependenciesFromSelf().stream()
                .filter(each -> !allowed.test(user, each.getTargetClass().getBaseComponentType()))
                .forEach(each -> events.add(violated(each, each.getDescription())));
    }
}
