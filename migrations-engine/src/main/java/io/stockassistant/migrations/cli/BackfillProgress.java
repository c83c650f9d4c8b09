package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillObserver;
import io.stockassistant.migrations.script.Backfill;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a person how far a backfill is: a bar with rate, what is left of the time, and failures. */
final class BackfillProgress implements BackfillObserver, AutoCloseable {

    private static final int UPDATE_MILLIS = 200;

    private final Console console;
    private final Backfill backfill;
    private @Nullable ProgressBar bar;
    private boolean waits;

    BackfillProgress(Console console, Backfill backfill) {
        this.console = console;
        this.backfill = backfill;
    }

    @Override
    public void progress(BackfillBook book) {
        if (!console.isInteractive()) {
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(backfill.toString())
                    .setInitialMax(Math.max(book.estimate(), book.rows()))
                    .startsFrom(book.rows(), Duration.ZERO)
                    .setUnit(" rows", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish()
                    .build();
            bar = shown;
        }
        shown.maxHint(Math.max(book.estimate(), book.rows()));
        shown.stepTo(book.rows());
        shown.setExtraMessage(book.failures() == 0 ? "" : String.format(Locale.ROOT, " %,d failed", book.failures()));
    }

    @Override
    public void waitingForReplica(String name, Duration behind) {
        if (!waits) {
            console.note(backfill + " waits for the replica " + name + ", which is " + behind.toSeconds()
                    + " s behind (--max-lag) …");
        }
        waits = true;
    }

    @Override
    public void replicasHaveCaughtUp() {
        console.note(backfill + " goes on.");
        waits = false;
    }

    @Override
    public void replicasAreHidden(String role) {
        console.note(backfill + " does not wait for replicas: " + role
                + " may not see how far they are behind. So that it may: GRANT pg_read_all_stats TO " + role);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
