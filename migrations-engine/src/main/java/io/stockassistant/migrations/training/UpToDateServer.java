package io.stockassistant.migrations.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Speaks as much of PostgreSQL's protocol (version 3, simple queries, no password) as a command needs that only looks:
 * it answers every query with rows that somebody else makes up. On the loopback interface, until it is closed.
 */
public final class UpToDateServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int CANCEL_REQUEST = 80877102;

    private final ServerSocket socket;
    private final Function<String, List<List<Object>>> answers;

    private UpToDateServer(ServerSocket socket, Function<String, List<List<Object>>> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** @param answers from the text of a query to its rows, values that are texts or timestamps; "" is NULL */
    public static UpToDateServer start(Function<String, List<List<Object>>> answers) throws IOException {
        UpToDateServer server = new UpToDateServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), answers);
        Thread thread = new Thread(server::accept, "up-to-date server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** For a connection of any user. */
    public String url() {
        return "postgres://training@127.0.0.1:" + socket.getLocalPort() + "/training";
    }

    private void accept() {
        while (true) {
            try (Socket client = socket.accept()) {
                serve(client);
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        ServerMessages out = new ServerMessages(new BufferedOutputStream(client.getOutputStream()));
        if (!greet(in, out)) {
            return;
        }
        for (int type = in.read(); type >= 0 && type != 'X'; type = in.read()) {
            byte[] body = in.readNBytes(in.readInt() - Integer.BYTES);
            if (type == 'Q') {
                out.rows(answers.apply(new String(body, 0, body.length - 1, StandardCharsets.UTF_8)));
                out.ready();
            }
        }
    }

    /** Refuses encryption, as often as it is asked for, and lets everybody in. */
    private static boolean greet(DataInputStream in, ServerMessages out) throws IOException {
        while (true) {
            byte[] rest = new byte[in.readInt() - 2 * Integer.BYTES];
            int code = in.readInt();
            in.readFully(rest);
            if (code == CANCEL_REQUEST) {
                return false;
            }
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                out.welcome();
                out.ready();
                return true;
            }
            out.refuseEncryption();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
