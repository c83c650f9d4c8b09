package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.time.Duration;

/** Looks again and again, often enough that nobody feels it. */
final class Waiting {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Waiting() {}

    /** Returns whether the condition came to hold within that time. */
    static boolean until(Duration patience, FileWork<Boolean> condition) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.run()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(INTERVAL.toMillis());
            } catch (InterruptedException interrupted) {
                throw ServerProblem.interrupted();
            }
        }
        return true;
    }
}
