package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillSettings;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a backfill may be. */
final class BackfillOptions {

    @Option(
            names = "--parallel",
            paramLabel = "N",
            converter = WorkersConverter.class,
            description = "Workers of this process, 1 to 64; default: what the file says, or 1.")
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
            description = "Rows a second of all workers of this process; 0: as many as there can be (default).")
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
            description =
                    "How long a batch waits for a lock before it is put off and made smaller, 400ms (default); 0 waits"
                            + " for ever. With less than the server's deadlock_timeout (1s), others win deadlocks.")
    private Duration lockTimeout = BackfillSettings.DEFAULTS.lockTimeout();

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "How long a batch may take before it is put off and made smaller, 30s (default); 0 is for ever.")
    private Duration statementTimeout = BackfillSettings.DEFAULTS.statementTimeout();

    /** @throws io.stockassistant.migrations.problem.ProblemException if no batch could be as they say */
    BackfillSettings settings() {
        if (batchTime.isZero()) {
            throw refusal("--batch-time 0 leaves a batch no time.");
        }
        if (!statementTimeout.isZero() && batchTime.compareTo(statementTimeout) >= 0) {
            throw refusal("A batch is to take " + Times.text(batchTime) + " (--batch-time), and is given up after "
                    + Times.text(statementTimeout) + " (--statement-timeout).");
        }
        return new BackfillSettings(batchTime, pause, maxRate, maxLag, lockTimeout, statementTimeout, parallel);
    }

    private static ProblemException refusal(String what) {
        return Problem.of(ProblemCode.INVALID_OPTION, what, "migrations backfill run --help")
                .asException();
    }
}
