package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Obstruction;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells a person what a run is doing: what it waits for, and a bar once it takes longer than a second. */
final class RunProgress implements RunObserver, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int UPDATE_MILLIS = 100;

    private final Console console;
    private final boolean interactive;
    private final Notices notices;
    private int steps;
    private int done;
    private @Nullable ProgressBar bar;
    private @Nullable Step current;
    private boolean closed;

    RunProgress(Console console) {
        this.console = console;
        this.notices = new Notices(console);
        this.interactive = console.isInteractive();
    }

    @Override
    public void waitingForRun(String holder) {
        console.note("Waiting for another run to end: " + holder + " …");
    }

    @Override
    public void started(Plan plan) {
        plan.warnings().forEach(console::warn);
        steps = plan.steps().size();
        if (interactive) {
            Thread opener = new Thread(this::openWhenItTakesLonger, "progress");
            opener.setDaemon(true);
            opener.start();
        }
    }

    /** By the clock and not by the steps: the first one may be the one that takes long. */
    private void openWhenItTakesLonger() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        bar = new ProgressBarBuilder()
                .setTaskName("Migrating")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build();
        showPlace();
    }

    private void showPlace() {
        if (bar != null && current != null) {
            bar.stepTo(done);
            bar.setExtraMessage(" " + current.name());
        }
    }

    @Override
    public synchronized void stepStarted(Step step) {
        current = step;
        showPlace();
    }

    @Override
    public synchronized void stepDone(Step step, Duration duration) {
        done++;
        console.detail((step.direction() == Direction.UP ? "applied " : "undone ") + step.name() + " in "
                + Times.text(duration));
    }

    @Override
    public void journalNotKept(String reason) {
        console.note("The journal of this run is not kept: " + reason);
    }

    @Override
    public void fewerJobs(String reason) {
        console.note("Fewer migrations run at once than could: there was no connection for more (" + reason + ").");
    }

    @Override
    public void waitingForLock(Step step, String holder) {
        console.note(step.name() + " waits for " + holder);
    }

    @Override
    public void notice(Step step, ServerNotice notice) {
        notices.notice(step, notice);
    }

    @Override
    public void noticesLeftOut(Step step, long count) {
        notices.noticesLeftOut(step, count);
    }

    /** What the server said. */
    Notices notices() {
        return notices;
    }

    @Override
    public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
        notices.retrying(step, obstruction, attempt, attempts, pause);
        console.note(step.name() + " " + obstruction.words() + " and was rolled back; attempt " + (attempt + 1) + " of "
                + (attempts + 1) + " in " + Times.text(pause) + " …");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
