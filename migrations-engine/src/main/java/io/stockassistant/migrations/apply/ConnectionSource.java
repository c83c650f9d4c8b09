package io.stockassistant.migrations.apply;

import java.sql.Connection;

/** Opens connections to the database of a run, in simple query mode and with automatic commit. */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * A new connection.
     *
     * @param purpose the application name that an administrator sees
     * @throws io.stockassistant.migrations.problem.ProblemException if the server cannot be reached or refuses us
     */
    Connection open(String purpose);
}
