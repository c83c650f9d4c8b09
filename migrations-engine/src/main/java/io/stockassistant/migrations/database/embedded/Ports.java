package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ports of 127.0.0.1, the only address that an embedded server listens on. */
final class Ports {

    static final String HOST = "127.0.0.1";

    /** Far from 5432, where a PostgreSQL of the user's own may be. */
    static final int PREFERRED = 54329;

    private static final int NEIGHBOURS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Ports() {}

    /** The wanted port if it is free, otherwise a free one near it, otherwise any free one. */
    static int getFree(int wanted) throws IOException {
        return IntStream.range(wanted, Math.min(wanted + NEIGHBOURS, 65536))
                .filter(Ports::isFree)
                .findFirst()
                .orElseGet(Ports::getAnyFree);
    }

    static int getAnyFree() {
        Integer free = tryToListen(0);
        if (free == null) {
            throw new IllegalStateException("no free port on " + HOST);
        }
        return free;
    }

    static boolean isFree(int port) {
        return tryToListen(port) != null;
    }

    /** Whether somebody listens there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
    }

    private static @Nullable Integer tryToListen(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, address())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return null;
        }
    }
}
