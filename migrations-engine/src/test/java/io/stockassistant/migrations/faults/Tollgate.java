package io.stockassistant.migrations.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stands between a run and the server, counts the queries that pass, and does something at one of them. So a moment of
 * a run is hit however fast the machine is.
 */
final class Tollgate implements AutoCloseable {

    /**
     * A moment of a run.
     *
     * @param query the number of the query, from 1
     * @param forwarded whether the query reaches the server first
     * @param laterNanos how much later, for a query that was forwarded
     * @param words what the query must hold
     */
    record Moment(int query, boolean forwarded, long laterNanos, String words) {
        static final Moment NEVER = new Moment(Integer.MAX_VALUE, false, 0, "");

        /** Before the first query that holds the words reaches the server. */
        static Moment before(String words) {
            return new Moment(1, false, 0, words);
        }
    }

    private static final int LONGEST_BLOW_SECONDS = 30;
    private static final int QUERY = 'Q';
    private static final int ENCRYPTION_REQUEST_LENGTH = 8;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Moment moment;
    private final Consumer<Tollgate> blow;
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicBoolean struck = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Tollgate(String host, int port, Moment moment, Consumer<Tollgate> blow) {
        this.host = host;
        this.port = port;
        this.moment = moment;
        this.blow = blow;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    int queries() {
        return queries.get();
    }

    boolean hasStruck() {
        return struck.get();
    }

    /** As a cable that is pulled out: both sides find their connections ended. */
    void cut() {
        sockets.forEach(Tollgate::close);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException end) {
                // one side has hung up, or is gone: so ends every connection here
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void admit() throws IOException {
        while (true) {
            Socket client = door.accept();
            sockets.add(client);
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(host, port)) {
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> {
                try (client;
                        server) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
            forward(client, server);
        }
    }

    /** What comes before the session has no type: a request for encryption, if any, and the start message. */
    private void forward(Socket client, Socket server) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        boolean begun = false;
        while (true) {
            int type = begun ? in.readUnsignedByte() : 0;
            int length = in.readInt();
            byte[] message = in.readNBytes(length - Integer.BYTES);
            boolean strikes = type == QUERY
                    && queries.incrementAndGet() >= moment.query()
                    && new String(message, StandardCharsets.UTF_8).contains(moment.words())
                    && struck.compareAndSet(false, true);
            if (strikes && !moment.forwarded()) {
                strike();
            }
            if (begun) {
                out.writeByte(type);
            }
            begun |= length != ENCRYPTION_REQUEST_LENGTH;
            out.writeInt(length);
            out.write(message);
            out.flush();
            if (strikes && moment.forwarded()) {
                LockSupport.parkNanos(moment.laterNanos());
                strike();
            }
        }
    }

    private void strike() {
        try {
            blow.accept(this);
        } finally {
            over.countDown();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for a blow that is under way: it is not meant for the next run. */
    @Override
    public void close() {
        try {
            if (struck.get() && !over.await(LONGEST_BLOW_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the blow does not end");
            }
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        cut();
    }
}
