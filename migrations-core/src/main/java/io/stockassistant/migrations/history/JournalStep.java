package io.stockassistant.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * A step as the journal keeps it.
 *
 * @param run the id of the run, as SQL
 * @param position in the plan, from 1
 * @param direction {@code up}, {@code down}, {@code record} for what was not run, {@code repair} or {@code adopt}
 * @param outcome {@code done} or {@code failed}
 * @param millis as SQL
 * @param message why it failed; of a repair or an adoption, what was done
 */
public record JournalStep(
        String run,
        int position,
        String module,
        @Nullable String version,
        String description,
        String direction,
        String outcome,
        String millis,
        @Nullable String sqlState,
        @Nullable String message) {}
