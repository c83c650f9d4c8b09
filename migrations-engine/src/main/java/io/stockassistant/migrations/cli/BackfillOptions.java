package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a backfill may be. */
final class BackfillOptions {

    @Option(
            names = "--parallel",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Workers of this process; default: what the file says, or 1.")
    private @Nullable Integer parallel;

    @Option(
            names = "--batch-time",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long a batch is to take, 500ms (default); the number of its rows follows.")
    private Duration batchTime = BackfillSettings.DEFAULTS.batchTime();

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long each worker waits between two batches; default: not at all.")
    private Duration pause = BackfillSettings.DEFAULTS.pause();

    @Option(
            names = "--max-rate",
            paramLabel = "ROWS",
            converter = CountConverter.class,
            description = "Rows a second of all workers of this process; default: as many as there can be.")
    private int maxRate;

    @Option(
            names = "--max-lag",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Wait while a replica is further behind than this, 10s (default); 0 never waits.")
    private Duration maxLag = BackfillSettings.DEFAULTS.maxLag();

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long a batch waits for a lock before it is put off and made smaller, 1s (default).")
    private Duration lockTimeout = BackfillSettings.DEFAULTS.lockTimeout();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long a batch may take before it is put off and made smaller, 30s (default).")
    private Duration statementTimeout = BackfillSettings.DEFAULTS.statementTimeout();

    BackfillSettings settings() {
        return new BackfillSettings(batchTime, pause, maxRate, maxLag, lockTimeout, statementTimeout, parallel);
    }
}
