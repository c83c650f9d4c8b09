package io.stockassistant.architecture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class of the fixtures as one that rules have to find, and others that have no mark as ones they must not. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Breaks {

    /** The names of the rules. */
    String[] value();

    /** What the rules have to name; without any, the class. */
    String[] names() default {};
}
