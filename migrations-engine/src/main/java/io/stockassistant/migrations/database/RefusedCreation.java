package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.List;

/** Why a database could not be created, and what to do about it. */
final class RefusedCreation {

    private static final String FOR_ADMINISTRATOR =
            "Let an administrator run this in psql, then type the same command again:";

    private final DatabaseSettings settings;
    private final CreateDatabase statement;

    RefusedCreation(DatabaseSettings settings, CreateDatabase statement) {
        this.settings = settings;
        this.statement = statement;
    }

    Problem explain(SQLException e, ServerVersion server) {
        return switch (Sentences.state(e)) {
            case "42501" ->
                Problem.of(
                        ProblemCode.PERMISSION_DENIED,
                        "The database \"" + settings.database() + "\" does not exist at " + settings.address()
                                + ", and user " + settings.user() + " may not create it: " + Sentences.text(e) + ".",
                        forAdministrator(server));
            case "42704" ->
                Problem.of(
                        ProblemCode.INVALID_OPTION,
                        "The database \"" + settings.database() + "\" was not created: " + Sentences.text(e) + ".",
                        "Name a role that exists with --owner, or let an administrator create it.");
            case "22023", "42809", "0A000" ->
                Problem.of(
                        ProblemCode.INVALID_OPTION,
                        "The database \"" + settings.database() + "\" was not created: " + Sentences.text(e) + ".",
                        "Name a locale for UTF-8 that the server knows, for example --locale C.UTF-8; it lists them with"
                                + " SELECT collname FROM pg_collation.");
            default ->
                FailedStatement.findProblem(e, settings)
                        .orElseGet(() -> Problem.of(
                                ProblemCode.DATABASE_MISSING,
                                "The database \"" + settings.database() + "\" could not be created at "
                                        + settings.address() + ": " + Sentences.text(e) + ".",
                                forAdministrator(server)));
        };
    }

    /** None of the databases from which another one could be created lets us in. */
    Problem withoutEntry(List<String> tried, String why) {
        return Problem.of(
                ProblemCode.PERMISSION_DENIED,
                "The database \"" + settings.database() + "\" does not exist at " + settings.address()
                        + ", and user " + settings.user() + " may not connect to " + String.join(" or ", tried)
                        + " to create it: " + why,
                forAdministrator(new ServerVersion(ServerVersion.NEWEST, "")));
    }

    private String forAdministrator(ServerVersion server) {
        return FOR_ADMINISTRATOR + "\n" + String.join("\n", statement.forAdministrator(server));
    }
}
