package io.stockassistant.migrations.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as the journal tells it.
 *
 * @param endedAt absent while it runs, and when it was broken off
 * @param outcome {@code running}, {@code done}, {@code stopped} or {@code aborted}
 * @param direction of its plan, {@code up} or {@code down}; without a plan, {@code repair} or {@code adopt}
 * @param planned how many steps it meant to do
 * @param planHash absent for a run that carried out no plan
 * @param message why it stopped
 * @param steps what it came to, in order
 */
public record JournalledRun(
        long id,
        Instant startedAt,
        @Nullable Instant endedAt,
        String outcome,
        String command,
        String direction,
        int planned,
        String toolVersion,
        String databaseUser,
        @Nullable String clientAddress,
        @Nullable String osUser,
        @Nullable String host,
        @Nullable String planHash,
        @Nullable String message,
        List<Step> steps) {

    /**
     * A step that ended.
     *
     * @param version absent for a repeatable migration
     * @param direction {@code up}, {@code down}, {@code record} for what was not run, {@code repair} or {@code adopt}
     * @param outcome {@code done} or {@code failed}
     * @param message why it failed; of a repair or an adoption, what was done
     */
    public record Step(
            String module,
            @Nullable String version,
            String description,
            String direction,
            String outcome,
            Instant endedAt,
            Duration duration,
            @Nullable String sqlState,
            @Nullable String message) {}

    public JournalledRun {
        steps = List.copyOf(steps);
    }

    /** Whether nobody has written how it ended. */
    boolean isRunning() {
        return outcome.equals("running");
    }

    /** The same, known to have ended without a word. */
    JournalledRun aborted() {
        return new JournalledRun(
                id,
                startedAt,
                endedAt,
                "aborted",
                command,
                direction,
                planned,
                toolVersion,
                databaseUser,
                clientAddress,
                osUser,
                host,
                planHash,
                message,
                steps);
    }

    /** How many of its steps are in the database. */
    public long done() {
        return steps.stream().filter(each -> each.outcome().equals("done")).count();
    }

    /** How long it took, if it ended. */
    public Optional<Duration> findDuration() {
        return Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end));
    }
}
