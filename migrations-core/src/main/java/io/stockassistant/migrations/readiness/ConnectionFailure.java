package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.SecretMask;
import java.net.ConnectException;
import java.sql.SQLException;

/** Why a database cannot be looked at. A pool says only that it got no connection; the reason is among the causes. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static Problem explain(SQLException failure) {
        SQLException reason = reason(failure);
        ProblemCode code = code(reason.getSQLState() == null ? "" : reason.getSQLState());
        String remedy = code == ProblemCode.PERMISSION_DENIED
                ? "The application's role needs USAGE on the schemas of the modules and SELECT on their histories; or, if"
                        + " somebody else migrates this database, set " + ReadinessSettings.POLICY + "="
                        + ReadinessPolicy.MIGRATE_IS_NOT_MINE.word() + "."
                : "Check the address, the user and the password with which the application was started, and whether the"
                        + " server runs.";
        return Problem.of(code, SecretMask.ofText(sentence(reason)), remedy);
    }

    private static SQLException reason(SQLException failure) {
        SQLException deepest = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException next) {
                deepest = next;
            }
        }
        return deepest;
    }

    private static ProblemCode code(String state) {
        return switch (state) {
            case "28P01", "28000" -> ProblemCode.AUTHENTICATION_FAILED;
            case "3D000" -> ProblemCode.DATABASE_MISSING;
            case "42501" -> ProblemCode.PERMISSION_DENIED;
            default -> ProblemCode.DATABASE_UNREACHABLE;
        };
    }

    /** Drivers and pools owe nobody a message. */
    private static String message(SQLException reason) {
        String message = reason.getMessage();
        if (message != null && !message.isBlank()) {
            return message.strip();
        }
        String state = reason.getSQLState();
        return reason.getClass().getName() + " without a message" + (state == null ? "" : ", SQLSTATE " + state);
    }

    /** With what is below it, for "the connection attempt failed" alone helps nobody; of a refused one all is said. */
    private static String sentence(SQLException reason) {
        StringBuilder text = new StringBuilder(message(reason));
        for (Throwable each = reason.getCause(); each != null; each = each.getCause()) {
            if (!(each instanceof ConnectException)
                    && each.getMessage() != null
                    && text.indexOf(each.getMessage()) < 0) {
                text.append(" (")
                        .append(each.getClass().getSimpleName())
                        .append(": ")
                        .append(each.getMessage())
                        .append(")");
            }
        }
        return text.charAt(text.length() - 1) == '.' ? text.toString() : text + ".";
    }
}
