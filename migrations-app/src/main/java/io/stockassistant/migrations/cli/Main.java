package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program. */
public final class Main {

    /** How long a signal waits for the server to cancel and roll back. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(250);

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished, interruption), "interruption"));
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status;
        try {
            status = CommandLines.execute(args, out, err, interruption);
        } finally {
            finished.countDown();
        }
        System.exit(status);
    }

    /**
     * On Ctrl-C and SIGTERM the virtual machine runs this and then ends with 130 or 143. The run is told to stop, and
     * gets the time to roll back, to release its lock and to say what happened.
     */
    private static void await(CountDownLatch finished, Interruption interruption) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            while (finished.getCount() > 0 && System.nanoTime() < deadline) {
                interruption.request();
                if (finished.await(BETWEEN_REQUESTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
