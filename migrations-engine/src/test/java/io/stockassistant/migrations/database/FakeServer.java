package io.stockassistant.migrations.database;

import io.stockassistant.shared.config.DatabaseSettings;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A socket on loopback that answers everybody's first message with the same bytes; with none, it never answers. */
public final class FakeServer implements Closeable {

    private final ServerSocket socket;
    private final List<Socket> clients = new ArrayList<>();
    private final byte[] answer;
    private final boolean hangUp;

    private FakeServer(byte[] answer, boolean hangUp) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answer = answer;
        this.hangUp = hangUp;
        Thread thread = new Thread(this::serve, "fake server");
        thread.setDaemon(true);
        thread.start();
    }

    static FakeServer silent() throws IOException {
        return new FakeServer(new byte[0], false);
    }

    static FakeServer hangingUp() throws IOException {
        return new FakeServer(new byte[0], true);
    }

    static FakeServer saying(String text) throws IOException {
        return new FakeServer(text.getBytes(StandardCharsets.US_ASCII), true);
    }

    /** Lets everybody in and claims to be a PostgreSQL of a version. */
    public static FakeServer ofVersion(String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(message('R', new byte[4]));
        for (String parameter : List.of(
                "server_version\0" + version,
                "client_encoding\0UTF8",
                "DateStyle\0ISO",
                "integer_datetimes\0on",
                "standard_conforming_strings\0on")) {
            bytes.writeBytes(message('S', (parameter + "\0").getBytes(StandardCharsets.US_ASCII)));
        }
        bytes.writeBytes(message('K', new byte[8]));
        bytes.writeBytes(message('Z', new byte[] {'I'}));
        return new FakeServer(bytes.toByteArray(), false);
    }

    /** Refuses everybody with an error of a state. */
    static FakeServer refusing(String state, String text) throws IOException {
        String fields = "SFATAL\0VFATAL\0C" + state + "\0M" + text + "\0\0";
        return new FakeServer(message('E', fields.getBytes(StandardCharsets.US_ASCII)), true);
    }

    public DatabaseSettings settings() {
        return new DatabaseSettings(
                "127.0.0.1",
                socket.getLocalPort(),
                "stocks",
                "ann",
                null,
                Map.of("sslmode", "disable"),
                "DATABASE_URL");
    }

    private static byte[] message(char type, byte[] body) {
        return ByteBuffer.allocate(body.length + 5)
                .put((byte) type)
                .putInt(body.length + 4)
                .put(body)
                .array();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                synchronized (clients) {
                    clients.add(client);
                }
                answer(client);
            } catch (IOException e) {
                // the client went away, or the test is over
                LockSupport.parkNanos(1);
            }
        }
    }

    private void answer(Socket client) throws IOException {
        if (answer.length > 0) {
            byte[] length = client.getInputStream().readNBytes(4);
            client.getInputStream().skipNBytes(ByteBuffer.wrap(length).getInt() - 4L);
            OutputStream out = client.getOutputStream();
            out.write(answer);
            out.flush();
        }
        if (hangUp) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
        }
    }
}
