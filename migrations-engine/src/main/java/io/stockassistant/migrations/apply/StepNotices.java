package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.sql.SQLWarning;

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

    /** Those beyond the number are not even read. */
    void hear(SQLWarning warning, Statement statement) {
        if (heard < MOST) {
            observer.notice(step, ServerNotice.of(warning, statement));
        }
        heard++;
    }

    /** The attempt is over. */
    void end() {
        if (heard > MOST) {
            observer.noticesLeftOut(step, heard - MOST);
        }
    }
}
