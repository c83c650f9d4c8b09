package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.DatabaseSettings;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;

/** Failures below the server's own words: names, sockets, encryption, and servers of another kind. */
final class UnreachableServer {

    private static final String REJECTED_BY_DRIVER = "08004";
    private static final String INVALID_PARAMETER = "22023";

    private final DatabaseSettings settings;
    private final Duration patience;

    UnreachableServer(DatabaseSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /** Empty if the server was reached and what is left is who we are. */
    Optional<Problem> find(SQLException e) {
        if (caused(e, UnknownHostException.class)) {
            return problem("No host is known here by the name " + settings.host() + ".", "Check the name");
        }
        if (caused(e, SocketTimeoutException.class)) {
            return problem(
                    settings.address() + " did not answer within " + patience.toSeconds() + " seconds.",
                    "Check host, port and firewalls");
        }
        if (caused(e, ConnectException.class)) {
            return problem(
                    "Nothing accepts connections at " + settings.address() + ".",
                    "Start the server, or check host and port");
        }
        Optional<SSLException> encryption = Sentences.findCause(e, SSLException.class);
        if (encryption.isPresent()) {
            return problem(
                    "An encrypted connection to " + settings.address() + " failed: "
                            + encryption.get().getMessage() + ".",
                    "Check sslmode, sslrootcert and the server's certificate");
        }
        return Sentences.state(e).equals(REJECTED_BY_DRIVER) ? encryptionMissing(e) : notPostgres(e);
    }

    /** The driver rejects with one state and many sentences, which come in the language of the machine. */
    private Optional<Problem> encryptionMissing(SQLException e) {
        return GT.tr("The server does not support SSL.").equals(e.getMessage())
                ? problem(
                        "The server at " + settings.address() + " offers no encryption, which sslmode="
                                + settings.parameters().get("sslmode") + " demands.",
                        "Switch ssl on in the server, or use another sslmode")
                : Optional.empty();
    }

    private Optional<Problem> notPostgres(SQLException e) {
        if (Sentences.state(e).equals(INVALID_PARAMETER)) {
            return Optional.of(Problem.of(
                    ProblemCode.INVALID_CONFIGURATION,
                    "The parameters of the connection make no sense: " + Sentences.text(e) + ".",
                    "Correct what stands behind the question mark in " + settings.source() + "."));
        }
        return problem(
                "What answers at " + settings.address() + " does not speak as a PostgreSQL server does: "
                        + Sentences.text(e) + ".",
                "Check host and port");
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> type) {
        return Sentences.findCause(e, type).isPresent();
    }

    private Optional<Problem> problem(String message, String remedy) {
        return Optional.of(Problem.of(
                ProblemCode.DATABASE_UNREACHABLE,
                message,
                remedy + " (from " + settings.source() + "); pg_isready -h " + settings.host() + " -p "
                        + settings.port() + " tells whether a server answers."));
    }
}
