package io.stockassistant.shared.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header lines of a migration in Java, without the dashes before them in SQL: {@code
 * @MigrationHeader("depends-on: data-engineering@20260212000000")}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MigrationHeader {

    /** One line each: {@code depends-on: module@version}, {@code irreversible: why}. */
    String[] value();
}
