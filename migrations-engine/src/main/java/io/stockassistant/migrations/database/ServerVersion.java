package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The version of a server.
 *
 * @param text as the server says it, for example {@code 18.0} or {@code 19beta1}
 */
public record ServerVersion(int major, String text) {

    /** The oldest major version that is worked with. */
    public static final int OLDEST = 13;

    /** The newest major version that this program was tested on. */
    public static final int NEWEST = 18;

    /** What the server said when the connection was opened; asks it nothing. */
    public static ServerVersion of(Connection connection) throws SQLException {
        return new ServerVersion(
                connection.getMetaData().getDatabaseMajorVersion(),
                connection.getMetaData().getDatabaseProductVersion());
    }

    /** A sentence for the user if the server is newer than any that this program was tested on. */
    public Optional<String> findWarning() {
        return major <= NEWEST
                ? Optional.empty()
                : Optional.of("The server is PostgreSQL " + text + "; this program was tested up to " + NEWEST + ".");
    }

    void refuseIfTooOld(DatabaseSettings settings) {
        if (major < OLDEST) {
            throw Problem.of(
                            ProblemCode.SERVER_TOO_OLD,
                            "The server at " + settings.address() + " is PostgreSQL " + text + "; the oldest that "
                                    + "this program works with is " + OLDEST + ".",
                            "Upgrade the server, or correct " + settings.source() + " if another one was meant.")
                    .asException();
        }
    }
}
