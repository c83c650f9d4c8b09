package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Brings up a server where none runs: programs, data if there is none yet, port, process. */
final class PostmasterStart {

    private static final int TRIES_WHILE_ENDING = 50;
    private static final Duration PAUSE_WHILE_ENDING = Duration.ofMillis(100);
    private static final int PORTS_TO_TRY = 5;

    private final DataRoot root;
    private final Postmaster postmaster;
    private final Durability durability;

    PostmasterStart(DataRoot root, Postmaster postmaster, Durability durability) {
        this.root = root;
        this.postmaster = postmaster;
        this.durability = durability;
    }

    /**
     * A server that takes connections.
     *
     * @param notice what its users should know
     */
    record Started(int port, @Nullable String notice) {}

    /** Returns the server, after at most a minute of starting. Only for whoever holds the starter's lock. */
    Started start() throws IOException {
        Optional<PidFile> unfinished = postmaster.findAlive();
        if (unfinished.isPresent() && !unfinished.get().isStopping()) {
            OptionalInt port = postmaster.awaitPort(() -> postmaster.findAlive().isPresent());
            if (port.isPresent()) {
                return new Started(port.getAsInt(), null);
            }
        } else if (unfinished.isPresent()) {
            postmaster.awaitEnd(unfinished.get());
        }
        return startNew();
    }

    private Started startNew() throws IOException {
        Binaries binaries = Binaries.unpackedUnder(root.folder());
        Optional<String> version = root.findDataVersion();
        if (version.isPresent() && !version.get().equals(Integer.toString(binaries.major()))) {
            throw ServerProblem.otherMajor(root.data(), version.get(), binaries.major());
        }
        ServerAccount account = ServerAccount.getFor(root.folder());
        root.beginLog();
        root.removeUnfinishedData();
        if (version.isEmpty()) {
            new NewData(root, binaries, account).make();
        }
        account.takeOver(root.data());
        Optional<PidFile> left = PidFile.find(root.data());
        if (left.isPresent()) {
            left.get().disown();
        }
        return startOnSomePort(binaries, account);
    }

    private Started startOnSomePort(Binaries binaries, ServerAccount account) throws IOException {
        int wanted = durability == Durability.KEPT ? root.findPort().orElse(Ports.PREFERRED) : Ports.getAnyFree();
        for (int attempt = 1; ; attempt++) {
            int port = Ports.getFree(wanted);
            Process process = startProcess(binaries, account, port);
            if (postmaster.awaitPort(process::isAlive).isPresent()) {
                root.rememberPort(port);
                return new Started(port, port == wanted ? null : noticeOf(wanted, port));
            }
            if (isStillEnding(root.listLastLogLines()) && attempt < TRIES_WHILE_ENDING) {
                LockSupport.parkNanos(PAUSE_WHILE_ENDING.toNanos());
                continue;
            }
            boolean takenMeanwhile = !Ports.isFree(port);
            if (!takenMeanwhile || attempt >= PORTS_TO_TRY) {
                throw ServerProblem.programFailed("PostgreSQL", process.exitValue(), root.listLastLogLines());
            }
        }
    }

    /** A server that was killed leaves processes that need a moment to notice; until then its memory is in use. */
    private static boolean isStillEnding(List<String> log) {
        return log.stream().anyMatch(line -> line.contains("is still in use"));
    }

    private static String noticeOf(int wanted, int port) {
        return "port " + wanted + " is taken by another program, so the embedded server listens on " + port
                + " from now on";
    }

    private Process startProcess(Binaries binaries, ServerAccount account, int port) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=" + Ports.HOST,
                "port=" + port,
                // a socket's path may have no more than 107 bytes, and this folder may be deep
                "unix_socket_directories=",
                "max_connections=100",
                "TimeZone=UTC",
                "log_timezone=UTC"));
        settings.addAll(durability.settings());
        List<String> words = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", root.data().toString()));
        settings.forEach(setting -> words.addAll(List.of("-c", setting)));
        // in a session of its own: Ctrl-C in our terminal is not meant for a server that others use
        return account.start(new Program(words)).startedBy(List.of("setsid")).start(root.log());
    }
}
