package io.stockassistant.migrations.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** PostgreSQL's own client, as administrators use it. */
public final class Psql {

    private Psql() {}

    /** How it ended, and all that it said. */
    public record Result(int status, String output) {}

    /**
     * Types a script, which ends at its first error.
     *
     * @param server whose server, user and password; the database is the one that is named
     * @throws TestAbortedException if there is no psql on this machine
     */
    public static Result type(TestDatabase server, String database, String script) {
        return type(server, server.user(), database, script);
    }

    /** The same as a user whose password is the server's. */
    public static Result type(TestDatabase server, String user, String database, String script) {
        try {
            Path file = Files.createTempFile("typed", ".sql");
            try {
                Files.writeString(file, script);
                return run(server, user, database, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Result run(TestDatabase server, String user, String database, Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=" + file, database)
                .redirectErrorStream(true);
        builder.environment().put("PGHOST", server.host());
        builder.environment().put("PGPORT", Integer.toString(server.port()));
        builder.environment().put("PGUSER", user);
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        Process process = start(builder);
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new TestAbortedException("there is no psql on this machine", missing);
        }
    }
}
