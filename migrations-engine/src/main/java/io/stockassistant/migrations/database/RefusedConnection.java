package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;
import java.time.Duration;

/** Why a connection could not be opened, and what to do about it. */
final class RefusedConnection {

    private final DatabaseSettings settings;
    private final UnreachableServer unreachable;

    RefusedConnection(DatabaseSettings settings, Duration patience) {
        this.settings = settings;
        this.unreachable = new UnreachableServer(settings, patience);
    }

    Problem explain(SQLException e) {
        if (Sentences.findServerMessage(e).isEmpty()) {
            return unreachable.find(e).orElseGet(() -> withoutServerMessage(e));
        }
        return switch (Sentences.state(e)) {
            case "28P01", "28000" -> authentication(Sentences.text(e));
            case "3D000" -> missing();
            case "42501" -> noConnect(e);
            case "53300" -> busy(e, "Close connections there, raise max_connections, or try again.");
            case "57P03" -> busy(e, "Wait until the server accepts connections, then type the same command again.");
            default -> busy(e, "Look at the server's log for the reason.");
        };
    }

    private Problem withoutServerMessage(SQLException e) {
        return settings.password() == null
                ? authentication("it asks for a password, and none is given")
                : authentication(Sentences.text(e));
    }

    private Problem authentication(String why) {
        return Problem.of(
                ProblemCode.AUTHENTICATION_FAILED,
                "The server at " + settings.address() + " does not let user " + settings.user() + " in: " + why + ".",
                "Check user and password (--user, --password-file, " + settings.source()
                        + ", PGPASSWORD or ~/.pgpass), and pg_hba.conf on the server; compare: psql "
                        + SqlNames.inShell(settings.url()));
    }

    private Problem missing() {
        String create = "CREATE DATABASE " + SqlNames.identifier(settings.database());
        return Problem.of(
                ProblemCode.DATABASE_MISSING,
                "The server at " + settings.address() + " has no database \"" + settings.database() + "\".",
                "Create it: migrations init, or psql "
                        + SqlNames.inShell(settings.withDatabase("postgres").url()) + " -c " + SqlNames.inShell(create)
                        + " (or correct " + settings.source() + ").");
    }

    private Problem noConnect(SQLException e) {
        return Problem.of(
                ProblemCode.PERMISSION_DENIED,
                "User " + settings.user() + " may not connect to the database \"" + settings.database() + "\" at "
                        + settings.address() + ": " + Sentences.text(e) + ".",
                "As its owner: GRANT CONNECT ON DATABASE " + SqlNames.identifier(settings.database()) + " TO "
                        + SqlNames.identifier(settings.user()) + ";");
    }

    private Problem busy(SQLException e, String remedy) {
        return Problem.of(
                ProblemCode.DATABASE_UNREACHABLE,
                "The server at " + settings.address() + " accepts no connection: " + Sentences.text(e) + ".",
                remedy);
    }
}
