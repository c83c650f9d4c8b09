package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.apply.Failure;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a step went on the shadow.
 *
 * @param failure why it cannot run there at all
 * @param refusal why it cannot run where tables have rows, if it can without
 * @param leftEmpty tables that it names, for which no row could be made, with what the server says to that
 * @param repeat what stops it the second time, if it runs without a transaction
 */
public record ObservedStep(
        MigrationEffects effects,
        @Nullable Failure failure,
        @Nullable Failure refusal,
        SortedMap<String, String> leftEmpty,
        @Nullable FailedRepeat repeat) {

    public Optional<Failure> findFailure() {
        return Optional.ofNullable(failure);
    }

    public Optional<Failure> findRefusal() {
        return Optional.ofNullable(refusal);
    }

    public Optional<FailedRepeat> findRepeat() {
        return Optional.ofNullable(repeat);
    }
}
