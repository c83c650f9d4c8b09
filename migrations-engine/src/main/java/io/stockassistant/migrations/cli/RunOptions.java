package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of commands that change a database: how patient they are. */
final class RunOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "How long a statement waits for a lock, e.g. 5s (default) or 500ms; a number alone is seconds, 0 waits for ever.")
    private Duration lockTimeout = RunSettings.DEFAULTS.lockTimeout();

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long to wait for another run to end, e.g. 30m (default).")
    private Duration lockWait = RunSettings.DEFAULTS.runLockTimeout();

    @Option(
            names = "--lock-retries",
            paramLabel = "N",
            converter = CountConverter.class,
            description =
                    "How often a migration that got no lock is tried again, 5 times (default), after pauses that grow.")
    private int lockRetries = RunSettings.DEFAULTS.lockRetries();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "How long a statement may take, e.g. 10min; 0 is for ever (default).")
    private Duration statementTimeout = RunSettings.DEFAULTS.statementTimeout();

    @Option(
            names = "--concurrent-wait",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "How long a migration without a transaction, CREATE INDEX CONCURRENTLY for one, waits for locks"
                            + " and for transactions of others, e.g. 30m (default); 0 waits for ever.")
    private Duration concurrentWait = RunSettings.DEFAULTS.concurrentWait();

    RunSettings settings() {
        return new RunSettings(lockTimeout, lockRetries, lockWait, statementTimeout, concurrentWait);
    }
}
