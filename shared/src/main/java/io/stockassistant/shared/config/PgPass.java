package io.stockassistant.shared.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The password file of libpq: the one that {@code PGPASSFILE} names, otherwise {@code .pgpass} in the home folder. Its
 * rules are those of the PostgreSQL manual, "The Password File".
 */
final class PgPass {

    private PgPass() {}

    /** A password, or none; and what to tell the user about a file that was not used. */
    record Lookup(@Nullable Password password, @Nullable String warning) {
        static final Lookup NOTHING = new Lookup(null, null);

        static Lookup ignored(Path file, String why) {
            return new Lookup(null, "The password file " + file + " is ignored: " + why);
        }
    }

    static Lookup lookUp(Variables variables, String host, int port, String database, String user) {
        Optional<Path> named = variables.find("PGPASSFILE").map(Path::of);
        Optional<Path> file = named.or(() -> variables.find("HOME").map(home -> Path.of(home, ".pgpass")));
        if (file.isEmpty() || (named.isEmpty() && !Files.exists(file.get()))) {
            return Lookup.NOTHING;
        }
        try {
            return lookUp(file.get(), List.of(host, Integer.toString(port), database, user));
        } catch (IOException e) {
            return Lookup.ignored(
                    file.get(), "it cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static Lookup lookUp(Path file, List<String> wanted) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Lookup.ignored(file, "it is not a file.");
        }
        if (isOpenToOthers(file)) {
            return Lookup.ignored(file, "others may read it. Type: chmod 600 " + file);
        }
        for (String line : Files.readAllLines(file)) {
            Optional<String> password = PgPassLine.parse(line).flatMap(entry -> entry.findPassword(wanted));
            if (password.isPresent()) {
                return new Lookup(
                        password.filter(text -> !text.isEmpty())
                                .map(Password::of)
                                .orElse(null),
                        null);
            }
        }
        return Lookup.NOTHING;
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                && !PosixFilePermissions.toString(view.readAttributes().permissions())
                        .endsWith("------");
    }
}
