package io.stockassistant.shared.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the table of a model, the column of a property, or the value of an enum of the database was called before: so a migration can keep the data, where it
 * would otherwise drop one and create another. It has done its work when that migration is written, and can go.
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

    /** The former name as the database has it, without the schema: {@code order_date}, not {@code orderDate}. */
    String value();
}
