package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunObserver;
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
    private long start = System.nanoTime();
    private int steps;
    private int done;
    private @Nullable ProgressBar bar;

    RunProgress(Console console) {
        this.console = console;
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
        start = System.nanoTime();
    }

    @Override
    public void stepStarted(Step step) {
        if (bar == null && interactive && System.nanoTime() - start > PATIENCE.toNanos()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Migrating")
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(" " + step.revision());
        }
    }

    @Override
    public void stepDone(Step step, Duration duration) {
        done++;
    }

    @Override
    public void retrying(Step step, int attempt, int attempts, Duration pause) {
        console.note(step.revision() + " did not get a lock in time and was rolled back; attempt " + (attempt + 1)
                + " of " + (attempts + 1) + " in " + Times.text(pause) + " …");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
