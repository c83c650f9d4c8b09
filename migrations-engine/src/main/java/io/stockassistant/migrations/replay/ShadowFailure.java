package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a migration that runs elsewhere does not run on a throw-away database, as a problem. */
public final class ShadowFailure {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNDEFINED_OBJECT = "42704";

    private static final Pattern EXISTING_ROLE = Pattern.compile("role \"([^\"]+)\" already exists");
    private static final Pattern MISSING_EXTENSION = Pattern.compile("extension \"([^\"]+)\" is not available");

    private ShadowFailure() {}

    /**
     * Says why a run stopped, if it did.
     *
     * @param remedy what to do about the file that failed, given its place
     * @throws io.stockassistant.migrations.problem.ProblemException if it did
     */
    public static void throwIfStopped(ApplyReport report, ShadowDatabase database, Function<String, String> remedy) {
        if (report instanceof ApplyReport.Stopped stopped) {
            throw problem(stopped.failure(), database.settings().user(), remedy).asException();
        }
    }

    /** The same as a value. */
    public static Problem problem(Failure failure, String user, Function<String, String> remedy) {
        if (failure.code() == ProblemCode.INTERRUPTED) {
            return interrupted(failure);
        }
        String file = place(failure);
        return new Problem(
                failure.code(),
                failure.step().module(),
                null,
                file,
                failure.step().name() + " failed on the shadow at " + file + ": " + message(failure)
                        + ". Nothing was written.",
                remedy(failure, user, remedy.apply(file)));
    }

    /** Somebody wants to stop, and nobody is to blame. */
    public static Problem interrupted(Failure failure) {
        String place = place(failure);
        return new Problem(
                ProblemCode.INTERRUPTED,
                failure.step().module(),
                null,
                place,
                "Interrupted on a throw-away database, which is gone now, at " + place + ".",
                "Repeat the command when you are ready.");
    }

    /** The file or class, and the line where it is known. */
    public static String place(Failure failure) {
        return failure.step().file().place(failure.line());
    }

    /** What the server said, to go on from. */
    public static String message(Failure failure) {
        String message = failure.message().replaceFirst("\\.$", "");
        return message + (failure.detail() == null ? "" : " (" + failure.detail() + ")");
    }

    static Optional<String> findMissingRole(Failure failure) {
        return UNDEFINED_OBJECT.equals(failure.sqlState())
                ? ScriptRoles.findMissing(failure.message())
                : Optional.empty();
    }

    private static String remedy(Failure failure, String user, String otherwise) {
        if (INSUFFICIENT_PRIVILEGE.equals(failure.sqlState())) {
            return "The user " + user + " of the shadow has to be able to do what the migrations do: name one who is, a"
                    + " superuser of a server for tests for one (--user), or leave --shadow-url away: the embedded"
                    + " server's user may do everything.";
        }
        return remedy(failure, otherwise);
    }

    /** What helps where the server of the shadow lacks something; otherwise what else is known. */
    public static String remedy(Failure failure, String otherwise) {
        return findMissingRole(failure)
                .map(role -> "Create it on the server of the shadow: CREATE ROLE " + Identifiers.quote(role) + ";")
                .or(() -> find(MISSING_EXTENSION, failure)
                        .map(extension -> "Name a server that has the extension " + extension
                                + " for the throw-away databases: --shadow-url postgres://HOST:5432/postgres"))
                .or(() -> find(EXISTING_ROLE, failure)
                        .map(role -> "A role belongs to the whole server, where another database may have it already:"
                                + " create it only IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = "
                                + Literals.quote(role) + "), in a DO block."))
                .orElse(otherwise);
    }

    private static Optional<String> find(Pattern pattern, Failure failure) {
        Matcher found = pattern.matcher(failure.message());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
