package io.stockassistant.shared.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database puts into a column that an INSERT leaves out, as an SQL expression: {@code now()}, {@code 50},
 * {@code 'PENDING'}. How it is written does not matter, what the server makes of it does.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface DefaultValue {

    /** The expression, as it stands behind {@code DEFAULT}. */
    String value();
}
