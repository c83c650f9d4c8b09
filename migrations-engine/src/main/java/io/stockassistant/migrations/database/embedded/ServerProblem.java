package io.stockassistant.migrations.database.embedded;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences about an embedded server that cannot do what it is asked, one method a situation. */
final class ServerProblem {

    private static final String NAME_A_DATABASE =
            "name a database with --url or DATABASE_URL (a server for throw-away ones with --shadow-url)";

    private ServerProblem() {}

    static ProblemException noBinaries(String system, String architecture, Optional<String> jar) {
        return problem(
                "This program brings no PostgreSQL for " + system + " on " + architecture
                        + ", so there is no embedded server.",
                "Start a PostgreSQL of your own, and " + NAME_A_DATABASE
                        + jar.map(each -> ". Or take the jar that brings one: " + each)
                                .orElse("") + ".");
    }

    static ProblemException otherMajor(Path data, String made, int brought) {
        return problem(
                "The data in " + data + " was made by PostgreSQL " + made + "; this program brings PostgreSQL "
                        + brought + ", which cannot read it.",
                "Throw that data away with `db reset`, or keep it: serve it with PostgreSQL " + made + " and "
                        + NAME_A_DATABASE + ".");
    }

    static ProblemException notOurs(Path data) {
        return problem(
                data + " is not a data folder of PostgreSQL (it has no PG_VERSION), so it is left alone.",
                "Move it away, or work in another folder.");
    }

    static ProblemException oddName(Path folder) {
        return problem(
                "PostgreSQL cannot make its data in " + folder + ": one of the characters \" $ ` \\ is in that path.",
                "Work in a folder without them, or " + NAME_A_DATABASE + ".");
    }

    static ProblemException usedByOthers(Path root, String consequence) {
        return problem(
                "Another process is using the embedded server in " + root + ". " + consequence,
                "Let it end, then repeat the command.");
    }

    static ProblemException fileTrouble(Path root, IOException cause) {
        String reason = reasonOf(cause);
        return problem(
                "The embedded server cannot be kept in " + root + ": " + reason + ".",
                remedyOf(root, cause, reason),
                cause);
    }

    static ProblemException noAccount(Path root, String reason, String remedy) {
        return problem(
                "PostgreSQL does not run as root, and " + reason + ", so it cannot be started in " + root + ".",
                remedy + " Or " + NAME_A_DATABASE + ".");
    }

    static ProblemException programFailed(String program, int exit, List<String> lastLines) {
        return problem(
                program + " ended with status " + exit + quoted(lastLines),
                outOfSpace(lastLines)
                        ? "Free some space, then repeat the command."
                        : "See the lines above; `db reset` starts afresh, without the data.");
    }

    static ProblemException notReady(Duration waited, Path log, List<String> lastLines) {
        return problem(
                "The embedded server has been starting for " + waited.toSeconds() + " seconds and is not ready"
                        + quoted(lastLines),
                "It goes on starting: repeat the command in a while, and look into " + log + ".");
    }

    static ProblemException notStopped(long pid, Path log) {
        return problem(
                "The embedded server (process " + pid + ") does not stop.",
                "Look into " + log + "; `kill -QUIT " + pid + "` ends it at once, and its data stays whole.");
    }

    static ProblemException interrupted() {
        Thread.currentThread().interrupt();
        return problem("Interrupted while waiting for the embedded server.", "Repeat the command.");
    }

    private static String remedyOf(Path root, IOException cause, String reason) {
        if (reason.contains("No space left")) {
            return "Free some space (a new server needs about 150 MB), then repeat the command.";
        }
        String elsewhere = "Work in a folder that you may write to, or " + NAME_A_DATABASE + ".";
        return cause instanceof AccessDeniedException && Files.exists(root)
                ? "If it is yours but for that, type `sudo chown -R \"$(id -u)\" '" + root + "'`. " + elsewhere
                : elsewhere;
    }

    private static String reasonOf(IOException cause) {
        if (cause instanceof FileAlreadyExistsException taken) {
            return "a file is in its way (" + taken.getFile() + ")";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason() + " (" + failure.getFile() + ")";
        }
        return String.valueOf(cause.getMessage());
    }

    private static boolean outOfSpace(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains("No space left"));
    }

    private static String quoted(List<String> lines) {
        return lines.isEmpty() ? "." : lines.stream().collect(Collectors.joining("\n  ", ":\n  ", ""));
    }

    private static ProblemException problem(String message, String remedy) {
        return problem(message, remedy, null);
    }

    private static ProblemException problem(String message, String remedy, @Nullable Throwable cause) {
        return new ProblemException(Problem.of(ProblemCode.EMBEDDED_SERVER, message, remedy), cause);
    }
}
