package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.Interruption;
import java.time.Duration;

/** Holds the workers of a process back: for replicas, for the highest rate, and for good when the run is to end. */
final class Brake {

    private static final Duration SLICE = Duration.ofMillis(50);
    private static final Duration SHORTEST = Duration.ofMillis(2);

    private final BackfillSettings settings;
    private final Interruption interruption;
    private final long[] nextFree = {System.nanoTime()};
    private volatile boolean held;
    private volatile boolean over;

    Brake(BackfillSettings settings, Interruption interruption) {
        this.settings = settings;
        this.interruption = interruption;
    }

    /** Whether replicas are waited for. */
    void hold(boolean hold) {
        held = hold;
    }

    boolean isHeld() {
        return held;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over || isInterrupted();
    }

    /** Whether nobody wants to wait for what is being done. */
    boolean isInterrupted() {
        return interruption.isRequested();
    }

    /** Waits as long as a worker has to after a batch. */
    void afterBatch(long rows) throws InterruptedException {
        long until = System.nanoTime() + settings.pause().toNanos();
        if (settings.maxRate() > 0) {
            synchronized (nextFree) {
                long cost = (long) (rows * 1e9 / settings.maxRate());
                nextFree[0] = Math.max(nextFree[0], System.nanoTime()) + cost;
                until = Math.max(until, nextFree[0]);
            }
        }
        while (!isOver() && System.nanoTime() < until) {
            long left = (until - System.nanoTime()) / 1_000_000;
            Thread.sleep(Math.max(1, Math.min(SLICE.toMillis(), left)));
        }
    }

    /**
     * Waits for what others have: who only cuts a batch is soon done, who carries one out is not.
     *
     * @param times how often this was waited for already, one after the other
     */
    void waitForOthers(int times) throws InterruptedException {
        Thread.sleep(Math.min(SLICE.toMillis(), SHORTEST.toMillis() << Math.min(times, 5)));
    }
}
