package io.stockassistant.migrations.flyway;

import java.sql.Connection;

/** What a class of a migration does, ready to be done. */
@FunctionalInterface
public interface JavaWork {

    /**
     * Does it, on a new instance of the class.
     *
     * @throws Exception what the class throws
     */
    void on(Connection connection) throws Exception;
}
