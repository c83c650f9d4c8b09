package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;

/**
 * What the server says during one attempt at a step: passed on up to a number, and counted beyond it, so that a script
 * with a notice for each row does no harm.
 */
final class StepNotices {

    static final int MOST = 100;

    private final Step step;
    private final RunObserver observer;
    private long heard;

    StepNotices(Step step, RunObserver observer) {
        this.step = step;
        this.observer = observer;
    }

    boolean isFull() {
        return heard >= MOST;
    }

    void hear(ServerNotice notice) {
        if (!isFull()) {
            observer.notice(step, notice);
        }
        heard++;
    }

    /** One that was not even read. */
    void count() {
        heard++;
    }

    /** The attempt is over. */
    void end() {
        if (heard > MOST) {
            observer.noticesLeftOut(step, heard - MOST);
        }
    }
}
