package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of commands that carry out a plan. */
final class RunOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long a statement waits for a lock, e.g. 5s (default) or 500ms; 0 waits for ever.")
    private Duration lockTimeout = RunSettings.DEFAULTS.lockTimeout();

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long to wait for another run to end, e.g. 30m (default).")
    private Duration lockWait = RunSettings.DEFAULTS.runLockTimeout();

    RunSettings settings() {
        return new RunSettings(lockTimeout, RunSettings.DEFAULTS.lockRetries(), lockWait);
    }
}
