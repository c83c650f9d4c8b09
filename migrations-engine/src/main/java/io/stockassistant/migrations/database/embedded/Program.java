package io.stockassistant.migrations.database.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program of the operating system or of PostgreSQL with its arguments. It never gets a pipe to this process: a server
 * outlives us, and must not keep our standard streams open.
 */
record Program(List<String> words) {

    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    /**
     * What programs find others, libraries, folders and the time by. The rest is none of a server's business, which
     * outlives us and lets its user read it: passwords and keys above all, and what PG... says is about other servers.
     */
    private static final Set<String> KEPT =
            Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    static Program of(String... words) {
        return new Program(List.of(words));
    }

    /** This program, started by another one that is given as words to put in front. */
    Program startedBy(List<String> front) {
        return new Program(Stream.concat(front.stream(), words.stream()).toList());
    }

    /** Starts it; what it prints is added to the log. */
    Process start(Path log) throws IOException {
        return builder(Redirect.appendTo(log.toFile())).start();
    }

    /** Runs it to its end; what it prints is added to the log. Returns its exit status. */
    int run(Path log) throws IOException {
        return waitFor(start(log));
    }

    /** Whether it exists, runs, and ends with status 0. */
    boolean succeeds() {
        try {
            return waitFor(builder(Redirect.DISCARD).start()) == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private ProcessBuilder builder(Redirect output) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words))
                .redirectInput(NOTHING)
                .redirectOutput(output)
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !KEPT.contains(name));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            throw ServerProblem.interrupted();
        }
    }
}
