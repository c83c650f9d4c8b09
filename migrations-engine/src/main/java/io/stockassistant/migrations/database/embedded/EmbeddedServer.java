package io.stockassistant.migrations.database.embedded;

import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that this program brings along, with its data in a folder. It runs while some process uses it, or until
 * it is stopped where it was asked to stay. Any number of processes and threads may use it; it listens on 127.0.0.1
 * alone, and lets everybody on this machine in.
 *
 * <p>Every method throws a {@link ProblemException} with the code {@code embedded-server} when it cannot do its work.
 */
public final class EmbeddedServer {

    /** The only user there is at first: a superuser without a password. */
    static final String USER = "postgres";

    /** PostgreSQL makes this one itself, so there is no moment in which the server is there and its database is not. */
    private static final String DATABASE = "postgres";

    private final DataRoot root;
    private final Durability durability;
    private final Postmaster postmaster;

    private EmbeddedServer(Path dataRoot, Durability durability) {
        this.root = new DataRoot(dataRoot.toAbsolutePath().normalize());
        this.durability = durability;
        this.postmaster = new Postmaster(root);
    }

    /**
     * The server whose data is in that folder, or will be. Its port is the same from run to run, unless another program
     * takes it.
     */
    public static EmbeddedServer at(Path dataRoot) {
        return new EmbeddedServer(dataRoot, Durability.KEPT);
    }

    /**
     * A server for data that is not needed again: faster, on any free port.
     *
     * @throws ProblemException when this program brings no PostgreSQL for this machine, and there is no folder yet
     */
    public static EmbeddedServer throwAwayAt(Path dataRoot) {
        EmbeddedServer server = new EmbeddedServer(dataRoot, Durability.THROW_AWAY);
        server.refuseNewRootWithoutBinaries();
        return server;
    }

    /** Uses the server until the lease is closed; starts it, with new data where there is none, if it does not run. */
    public Lease use() {
        return inFiles(() -> {
            refuseNewRootWithoutBinaries();
            root.create();
            UsersLock lock = lock();
            return new OpenLease(this, lock, enter(lock));
        });
    }

    /** Starts the server if it does not run, and lets it run until {@link #stop()}, whoever uses it meanwhile. */
    public Address start() {
        return inFiles(() -> {
            refuseNewRootWithoutBinaries();
            root.create();
            UsersLock lock = lock();
            Address address = enter(lock);
            try {
                root.keep();
            } finally {
                leave(lock);
            }
            return address;
        });
    }

    /**
     * Stops the server, which no longer stays without users from now on. Connections of programs that hold no lease,
     * such as psql, are cut. Returns false when it did not run.
     *
     * @throws ProblemException when somebody else holds a lease; the server then stops when that one ends
     */
    public boolean stop() {
        return inFiles(() -> {
            if (!root.exists()) {
                return false;
            }
            root.unkeep();
            if (postmaster.findAlive().isEmpty()) {
                return false;
            }
            if (!lock().tryAlone(postmaster::stop)) {
                throw ServerProblem.usedByOthers(root.folder(), "The server stops when that one ends.");
            }
            return true;
        });
    }

    /** Where the server listens, if it runs. */
    public Optional<Address> findRunning() {
        return inFiles(() -> root.exists() ? findAddress() : Optional.empty());
    }

    /**
     * Stops the server and removes its data. What else may be in the folder stays.
     *
     * @throws ProblemException when somebody else holds a lease, or when the data is not PostgreSQL's
     */
    public void reset() {
        inFiles(() -> {
            if (root.exists() && !lock().tryAlone(this::stopAndRemove)) {
                throw ServerProblem.usedByOthers(root.folder(), "Its data was not removed.");
            }
            return true;
        });
    }

    /** So that a program without a PostgreSQL leaves no folder behind; another one's server may be in one that exists. */
    private void refuseNewRootWithoutBinaries() {
        if (!root.exists()) {
            Archive.getForThisMachine();
        }
    }

    private boolean stopAndRemove() throws IOException {
        postmaster.stop();
        root.removeData();
        return true;
    }

    private Address enter(UsersLock lock) throws IOException {
        lock.enter();
        try {
            Optional<Address> running = findAddress();
            return running.isPresent() ? running.get() : lock.asStarter(this::startUnlessRunning);
        } catch (IOException | RuntimeException failure) {
            // a server that is slow to start is left to go on
            lock.leave(() -> false);
            throw failure;
        }
    }

    /** Another process may have started it while this one waited to be the starter. */
    private Address startUnlessRunning() throws IOException {
        Optional<Address> running = findAddress();
        if (running.isPresent()) {
            return running.get();
        }
        PostmasterStart.Started started = new PostmasterStart(root, postmaster, durability).start();
        return address(started.port(), true, started.notice());
    }

    private void leave(UsersLock lock) throws IOException {
        lock.leave(() -> !root.isKept() && postmaster.stop());
    }

    private Optional<Address> findAddress() throws IOException {
        OptionalInt port = postmaster.findPort();
        return port.isPresent() ? Optional.of(address(port.getAsInt(), false, null)) : Optional.empty();
    }

    private Address address(int port, boolean startedNow, @Nullable String notice) throws IOException {
        int major = root.findDataVersion().map(Integer::valueOf).orElseThrow();
        return new Address(Ports.HOST, port, DATABASE, USER, major, startedNow, notice);
    }

    /** Two paths to one folder are one lock. */
    private UsersLock lock() throws IOException {
        return UsersLock.on(new DataRoot(root.folder().toRealPath()).lock());
    }

    private <T> T inFiles(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw ServerProblem.fileTrouble(root.folder(), failure);
        }
    }

    /**
     * Where a server listens, and as whom to connect.
     *
     * @param startedNow whether it did not run before it was asked for
     * @param notice what a person should be told, for example that the port is another one than before
     */
    public record Address(
            String host,
            int port,
            String database,
            String user,
            int major,
            boolean startedNow,
            @Nullable String notice) {

        /** For JDBC, complete: nobody has to give a user or a password. */
        public String jdbcUrl() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=" + user;
        }

        /** For psql and most applications, complete as well. */
        public String url() {
            return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
        }
    }

    /** The right to rely on a running server. */
    public interface Lease extends AutoCloseable {

        Address address();

        /** Gives the server up; stops it if nobody else holds a lease and it was not asked to stay. */
        @Override
        void close();
    }

    private record OpenLease(EmbeddedServer server, UsersLock lock, Address address, AtomicBoolean open)
            implements Lease {

        OpenLease(EmbeddedServer server, UsersLock lock, Address address) {
            this(server, lock, address, new AtomicBoolean(true));
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                server.inFiles(() -> {
                    server.leave(lock);
                    return true;
                });
            }
        }
    }
}
