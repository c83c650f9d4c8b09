package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.shared.config.DatabaseFlags;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where throw-away databases are made; on an embedded server of their own if nothing is said. */
final class ShadowOptions {

    private static final String EXAMPLE = " --shadow-url postgres://postgres@127.0.0.1:5433/postgres";

    @Option(
            names = "--shadow-url",
            paramLabel = "URL",
            description = "Make the throw-away databases on this server, which should be of the version of production.")
    private @Nullable String url;

    @Option(
            names = "--shadow-password-file",
            paramLabel = "FILE",
            description = "The password there, if it is not that of --password-file.")
    private @Nullable Path passwordFile;

    /** Where the server is; a URL with a user in it is meant for that one. Empty for the embedded one. */
    Optional<DatabaseFlags> flags(DatabaseFlags common) {
        if (url == null) {
            return Optional.empty();
        }
        String user = url.contains("@") ? null : common.user();
        Path file = passwordFile == null ? common.passwordFile() : passwordFile;
        return Optional.of(new DatabaseFlags(url, user, file, false, "--shadow-url"));
    }

    /** The options as they were typed, with a space before each. */
    String words() {
        return (url == null ? "" : " --shadow-url " + CommandText.word(url))
                + (passwordFile == null ? "" : " --shadow-password-file " + CommandText.word(passwordFile.toString()));
    }

    /** Says that a server is of no use, because its catalogs read differently, and how to get one. */
    Problem refuse(int needed, int found, String command) {
        String which = url == null ? "the embedded server" : "the server of --shadow-url";
        return Problem.of(
                ProblemCode.SHADOW_VERSION,
                "The database is on PostgreSQL " + needed + ", and " + which + " is PostgreSQL " + found
                        + ": what another version says of the same objects differs.",
                "Name a server of version " + needed + " on which you may create databases, for example: docker run -d"
                        + " -p 127.0.0.1:5433:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:" + needed + "; then: "
                        + without(passwordFile == null ? null : passwordFile.toString(), without(url, command))
                        + EXAMPLE);
    }

    /** The command without one of these options, as {@link CommandText} shows what was typed. */
    private static String without(@Nullable String value, String command) {
        return value == null
                ? command
                : command.replaceAll(" --shadow-[a-z-]+[ =]" + Pattern.quote(SecretMask.ofWord(value)), "");
    }
}
