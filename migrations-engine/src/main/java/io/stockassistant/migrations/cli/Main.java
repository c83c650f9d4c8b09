package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.logging.Silence;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program. */
public final class Main {

    /** How long a signal waits for the server to cancel and roll back. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** The same while nothing has been changed yet, for example while a server that does not answer is waited for. */
    private static final Duration SHORT_GRACE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(250);

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        Silence.begin();
        Interruption interruption = new Interruption();
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished, interruption), "interruption"));
        PrintWriter out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status;
        try {
            status = CommandLines.execute(args, out, err, interruption);
        } finally {
            finished.countDown();
        }
        if (!interruption.isRequested()) {
            System.exit(status);
        }
        // Otherwise a signal has begun to end this process, with the status that belongs to that signal.
    }

    /**
     * On Ctrl-C and SIGTERM the virtual machine runs this and then ends with 130 or 143. The run is told to stop, and
     * gets the time to roll back, to release its lock and to say what happened.
     */
    private static void await(CountDownLatch finished, Interruption interruption) {
        long start = System.nanoTime();
        try {
            while (finished.getCount() > 0
                    && System.nanoTime() - start < grace(interruption).toNanos()) {
                interruption.request();
                if (finished.await(BETWEEN_REQUESTS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            if (finished.getCount() > 0) {
                System.err.println(lastWords(interruption));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody else will say anything any more. */
    private static String lastWords(Interruption interruption) {
        return interruption.hasBegun()
                ? "interrupted; the server does not answer. What became of the last step says: migrations status"
                : "interrupted before the database was changed";
    }

    private static Duration grace(Interruption interruption) {
        return interruption.hasBegun() ? GRACE : SHORT_GRACE;
    }
}
