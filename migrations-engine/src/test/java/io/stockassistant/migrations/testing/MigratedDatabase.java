package io.stockassistant.migrations.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a database of its own in which modules of the class path, and what they depend on, are at their
 * heads.
 *
 * <p>Parameters of type {@link TestDatabase} and {@link javax.sql.DataSource} lead to it, in the constructor, in test
 * methods and in those that run before and after. All of one class get the same database, its nested classes too unless
 * they carry this annotation themselves: what one test writes the next one sees. The database is gone when the class is
 * done.
 *
 * <p>The modules are migrated once for all classes that want the same; each database is a copy of the result. Classes
 * may run at the same time.
 *
 * <p>The server is the one of {@link TestPostgres}: a container, the embedded one, or the one that the system property
 * {@code tests.postgres.url} names.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MigratedDatabases.class)
public @interface MigratedDatabase {

    /** The names of the modules; all that are on the class path, where there is no name. */
    String[] value() default {};
}
