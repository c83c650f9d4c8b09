package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The server process of a data directory, which may have been started by any process: found, awaited, stopped. */
final class Postmaster {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

    private final DataRoot root;

    Postmaster(DataRoot root) {
        this.root = root;
    }

    /** The port of the server, if it runs and takes connections. */
    OptionalInt findPort() throws IOException {
        Optional<PidFile> file = PidFile.find(root.data());
        return file.isPresent()
                        && file.get().isReady()
                        && file.get().isAlive()
                        && Ports.answers(file.get().port())
                ? OptionalInt.of(file.get().port())
                : OptionalInt.empty();
    }

    /** The process, if there is one, even if it is still starting or already stopping. */
    Optional<PidFile> findAlive() throws IOException {
        Optional<PidFile> file = PidFile.find(root.data());
        return file.isPresent() && file.get().isAlive() ? file : Optional.empty();
    }

    /** Waits for a starting server, as long as {@code mayStillStart} says so. Returns its port; none when it gave up. */
    OptionalInt awaitPort(FileWork<Boolean> mayStillStart) throws IOException {
        boolean decided = Waiting.until(START_PATIENCE, () -> findPort().isPresent() || !mayStillStart.run());
        if (!decided) {
            throw ServerProblem.notReady(START_PATIENCE, root.log(), root.listLastLogLines());
        }
        return findPort();
    }

    void awaitEnd(PidFile server) throws IOException {
        if (!Waiting.until(STOP_PATIENCE, () -> hasEnded(server))) {
            throw ServerProblem.notStopped(server.pid(), root.log());
        }
    }

    /** Stops the server, cutting its connections. Returns false when there was none. */
    boolean stop() throws IOException {
        Optional<PidFile> found = findAlive();
        if (found.isEmpty()) {
            return false;
        }
        PidFile server = found.get();
        signal("INT", server);
        if (!Waiting.until(STOP_PATIENCE, () -> hasEnded(server))) {
            // no check point, so the next start takes longer; nothing is lost
            signal("QUIT", server);
            if (!Waiting.until(KILL_PATIENCE, () -> hasEnded(server))) {
                throw ServerProblem.notStopped(server.pid(), root.log());
            }
        }
        return true;
    }

    /** Java can only send SIGTERM, on which PostgreSQL waits for every client to leave. */
    private static void signal(String name, PidFile server) {
        Program.of("sh", "-c", "kill -" + name + " " + server.pid()).succeeds();
    }

    /** The file goes before the process does, and where nobody reaps orphans the process never goes. */
    private boolean hasEnded(PidFile server) throws IOException {
        return findAlive().filter(alive -> alive.pid() == server.pid()).isEmpty();
    }
}
