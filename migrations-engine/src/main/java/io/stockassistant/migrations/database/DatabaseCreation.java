package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.DatabaseSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates the database that settings name, in UTF-8, from {@code template0}: the only template that allows another
 * encoding and locale than its own, and the same on every server.
 */
public final class DatabaseCreation {

    /** PostgreSQL cuts longer names without a word, and another database would be created than was asked for. */
    private static final int LONGEST_NAME_BYTES = 63;

    /** Databases that every server has, and that are there to be connected to when another one is to be created. */
    private static final List<String> MAINTENANCE = List.of("postgres", "template1");

    private static final Set<ProblemCode> NOT_IN_THIS_ONE =
            EnumSet.of(ProblemCode.DATABASE_MISSING, ProblemCode.PERMISSION_DENIED, ProblemCode.AUTHENTICATION_FAILED);

    /** Somebody else was faster: the name was taken before, or while, we tried. */
    private static final Set<String> EXISTS_NOW = Set.of("42P04", "23505");

    private final DatabaseSettings settings;
    private final CreateDatabase statement;
    private final Optional<StatementListener> listener;
    private final RefusedCreation refused;

    private DatabaseCreation(
            DatabaseSettings settings, CreateDatabase statement, Optional<StatementListener> listener) {
        this.settings = settings;
        this.statement = statement;
        this.listener = listener;
        this.refused = new RefusedCreation(settings, statement);
    }

    /**
     * Creates the database unless it exists. Two callers at once are both content.
     *
     * @param owner the role that it shall belong to; null for the user of the settings
     * @param locale how it sorts and what letters are, one that the operating system of the server knows; null for that
     *     of the server
     * @param listener hears the statements
     * @return whether it was created by this call
     * @throws ProblemException {@code permission-denied} with the statements that an administrator has to run, if the
     *     user may not create databases; and if the server cannot be reached, or knows no such owner or locale
     */
    public static boolean createIfMissing(
            DatabaseSettings settings,
            @Nullable String owner,
            @Nullable String locale,
            Optional<StatementListener> listener) {
        refuseLong(settings.database(), "The name of the database");
        if (owner != null) {
            refuseLong(owner, "--owner");
        }
        CreateDatabase statement = new CreateDatabase(settings.database(), settings.user(), owner, locale);
        return new DatabaseCreation(settings, statement, listener).createIfMissing();
    }

    private boolean createIfMissing() {
        try {
            close(Database.of(settings).open("init"));
            return false;
        } catch (ProblemException e) {
            if (e.problems().get(0).code() != ProblemCode.DATABASE_MISSING) {
                throw e;
            }
            return create();
        }
    }

    private boolean create() {
        ServerVersion server = new ServerVersion(ServerVersion.NEWEST, "");
        try (Connection connection = observed(connectElsewhere());
                Statement order = connection.createStatement()) {
            server = ServerVersion.of(connection);
            order.execute(statement.sql(server));
            return true;
        } catch (SQLException e) {
            if (EXISTS_NOW.contains(Sentences.state(e))) {
                return false;
            }
            throw new ProblemException(refused.explain(e, server), e);
        }
    }

    /** To the first database of the server that lets us in; the reason of the first one if none does. */
    private Connection connectElsewhere() {
        ProblemException first = null;
        for (String name : MAINTENANCE) {
            try {
                return Database.of(settings.withDatabase(name)).open("init");
            } catch (ProblemException e) {
                if (!NOT_IN_THIS_ONE.contains(e.problems().get(0).code())) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw new ProblemException(
                refused.withoutEntry(MAINTENANCE, first == null ? "" : String.valueOf(first.getMessage())), first);
    }

    private Connection observed(Connection connection) {
        return listener.map(each -> ObservedConnection.of(connection, each)).orElse(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuseLong(String name, String what) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME_BYTES) {
            throw Problem.of(
                            ProblemCode.INVALID_CONFIGURATION,
                            what + " is too long: '" + name + "' has " + bytes + " bytes, and PostgreSQL keeps "
                                    + LONGEST_NAME_BYTES + ".",
                            "Give it a shorter name.")
                    .asException();
        }
    }
}
