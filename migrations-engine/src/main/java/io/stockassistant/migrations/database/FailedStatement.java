package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What the server's state of mind has to do with a statement's failure, rather than the statement. */
public final class FailedStatement {

    /** Ended by an administrator or a crash, database dropped, ended for being idle. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    private FailedStatement() {}

    /** Whether the connection is gone, and all that was not committed on it with it. */
    public static boolean isConnectionLost(SQLException e) {
        String state = Sentences.state(e);
        return state.startsWith("08") || ENDED.contains(state);
    }

    /**
     * A lost connection, a missing permission, a lock of somebody else, a server that takes no writes or has run out of
     * something; nothing if the statement itself is wrong.
     */
    public static Optional<Problem> findProblem(SQLException e, DatabaseSettings settings) {
        if (isConnectionLost(e)) {
            return Optional.of(lost(e, settings));
        }
        String state = Sentences.state(e);
        return switch (state) {
            case "42501" -> Optional.of(denied(e, settings));
            case "55P03" -> Optional.of(locked(e, settings));
            case "25006" -> Optional.of(readOnly(e, settings));
            default -> state.startsWith("53") ? Optional.of(exhausted(e, settings)) : Optional.empty();
        };
    }

    /** What the server says of it, without a full stop. */
    public static String text(SQLException e) {
        return Sentences.text(e);
    }

    /** What the server adds to it, with rows of tables at times. */
    public static Optional<String> findDetail(SQLException e) {
        return Sentences.findServerDetail(e);
    }

    private static Problem lost(SQLException e, DatabaseSettings settings) {
        return Problem.of(
                ProblemCode.CONNECTION_LOST,
                "The connection to " + settings.address() + " was lost: " + Sentences.text(e) + ".",
                "Type the same command again when the server answers; what was not finished was rolled back.");
    }

    private static Problem denied(SQLException e, DatabaseSettings settings) {
        String user = SqlNames.identifier(settings.user());
        return Problem.of(
                ProblemCode.PERMISSION_DENIED,
                "User " + settings.user() + " may not do this in the database \"" + settings.database() + "\": "
                        + Sentences.text(e) + ".",
                "To let it create schemas, as the owner: GRANT CREATE ON DATABASE "
                        + SqlNames.identifier(settings.database()) + " TO " + user
                        + "; for objects of somebody else, grant it their role or connect as their owner (--user).");
    }

    private static Problem locked(SQLException e, DatabaseSettings settings) {
        return Problem.of(
                ProblemCode.LOCK_TIMEOUT,
                "Somebody has locked what is looked at in the database \"" + settings.database() + "\": "
                        + Sentences.text(e) + ".",
                "Repeat the command when they are done; who they are: SELECT pid, usename, query FROM pg_stat_activity"
                        + " WHERE pid IN (SELECT pid FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock');");
    }

    private static Problem readOnly(SQLException e, DatabaseSettings settings) {
        return Problem.of(
                ProblemCode.PERMISSION_DENIED,
                "The server at " + settings.address() + " accepts no writes: " + Sentences.text(e) + ".",
                "Connect to the primary if this is a standby (SELECT pg_is_in_recovery();), or switch "
                        + "default_transaction_read_only off.");
    }

    private static Problem exhausted(SQLException e, DatabaseSettings settings) {
        return Problem.of(
                ProblemCode.DATABASE_UNREACHABLE,
                "The server at " + settings.address() + " has run out of something: " + Sentences.text(e) + ".",
                "Give it disk space, memory or connections, then type the same command again.");
    }
}
