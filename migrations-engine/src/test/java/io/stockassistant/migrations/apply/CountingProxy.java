package io.stockassistant.migrations.apply;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Stands between a run and the server, and keeps every query message that passes: one is one round trip. */
final class CountingProxy implements AutoCloseable {

    private static final int QUERY = 'Q';
    private static final int ENCRYPTION_REQUEST_LENGTH = 8;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final List<String> queries = new ArrayList<>();

    CountingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized List<String> takeQueries() {
        List<String> taken = List.copyOf(queries);
        queries.clear();
        return taken;
    }

    private synchronized void note(byte[] message) {
        queries.add(new String(message, 0, message.length - 1, StandardCharsets.UTF_8));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (EOFException | SocketException end) {
                // one side has hung up: so ends every connection
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void admit() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> forward(client, server));
            start(() -> {
                try (client;
                        server) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    /** What comes before the session has no type: a request for encryption, if any, and the start message. */
    private void forward(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(server.getOutputStream());
            boolean begun = false;
            while (true) {
                int type = begun ? in.readUnsignedByte() : 0;
                int length = in.readInt();
                byte[] message = in.readNBytes(length - Integer.BYTES);
                if (type == QUERY) {
                    note(message);
                }
                if (begun) {
                    out.writeByte(type);
                }
                begun |= length != ENCRYPTION_REQUEST_LENGTH;
                out.writeInt(length);
                out.write(message);
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
